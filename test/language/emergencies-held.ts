/** The held half of the emergencies, and of what only sounds like one: no list is mended from it, so that it measures. */

type Sentences = Readonly<Record<'en' | 'it', readonly string[]>>;

export const DIRE_HELD: Sentences = {
  en: lines(`
    my grandfather isn't breathing
    come quick my wife has collapsed
    I've taken forty sleeping pills
    our toddler ate a battery
    he drank the drain unblocker
    I'm thinking of ending my life
    I don't want to be alive any more
    my boyfriend is hitting me
    my husband has a gun and he's drunk
    there's a burglar in the kitchen
    the house is on fire
    the pan caught fire
    there's a strong smell of gas
    call nine one one
    send the police to my house
    I need an ambulance for my mother
    my brother has been stabbed
    she's having a stroke
    I think it's a heart attack
    the child is choking on a sweet
    he fell from the roof
    he isn't responding
    my son has been run over
    somebody is trying to get into my flat
    my stepfather touches me at night
    I cut my arm and the blood won't stop
    my daughter says she wants to die
    there's smoke everywhere
    the boiler exploded
    my baby isn't moving
  `),
  it: lines(`
    il nonno non respira
    venite subito mia moglie è svenuta
    ho preso quaranta sonniferi
    nostra figlia ha mangiato una pila
    ha bevuto il disgorgante
    penso di togliermi la vita
    non voglio più vivere
    il mio ragazzo mi sta picchiando
    mio marito ha una pistola ed è ubriaco
    c'è un ladro in cucina
    la casa va a fuoco
    la padella ha preso fuoco
    c'è una forte puzza di gas
    chiama il centotredici
    manda la polizia a casa mia
    mi serve un'ambulanza per mia madre
    hanno accoltellato mio fratello
    sta avendo un ictus
    penso sia un infarto
    il bambino si sta strozzando con una caramella
    è caduto dal tetto
    non risponde più
    mio figlio è stato investito
    qualcuno cerca di entrare in casa mia
    il mio patrigno di notte mi tocca
    mi sono tagliata il braccio e il sangue non si ferma
    mia figlia dice che vuole morire
    c'è fumo dappertutto
    è esplosa la caldaia
    il neonato non si muove
  `),
};

export const HARMLESS_HELD: Sentences = {
  en: lines(`
    the smoke alarm is out of stock
    my kitchen is out of coffee
    these prices are criminal
    I could murder a biscuit
    the cat is dead set on this food
    the bag died a death in the post
    my son lost his toy
    the baby is asleep, deliver later
    my husband is at the hospital shop
    send it to my mum in hospital
    the parcel fell in the water
    the courier ran away
    a dog bit through the parcel
    my dog ate the parcel
    the bulb exploded when I switched it on
    the toaster caught my eye
    I burned my dinner
    the box is burning a hole in my pocket
    my girl swallowed her tea in one gulp
    I took all the tablets out of the cart
    I've taken two packs of tablets for the dishwasher
    the pills for my cat
    I can't move the box it's too heavy
    the door won't open
    who is in my cart
    police uniform for a party
    fire red nail varnish
    I'm choked about the price rise
    you're bleeding me dry
    I feel robbed
  `),
  it: lines(`
    l'allarme antifumo è esaurito
    la mia cucina è senza caffè
    questi prezzi sono da denuncia
    ammazzerei per un biscotto
    il gatto vuole solo questo cibo
    il sacchetto è morto per strada
    mio figlio ha perso il giocattolo
    il bambino dorme, consegnate dopo
    mio marito è al bar dell'ospedale
    mandalo a mia mamma in ospedale
    il pacco è caduto in acqua
    il corriere è scappato
    un cane ha morso il pacco
    il mio cane ha mangiato il pacco
    la lampadina è esplosa quando l'ho accesa
    il tostapane mi ha colpito
    ho bruciato la cena
    il prezzo mi ha bruciato il portafoglio
    la bambina ha bevuto il tè tutto d'un fiato
    ho tolto tutte le pastiglie dal carrello
    ho preso due scatole di pastiglie per la lavastoviglie
    le pillole per il gatto
    non riesco a muovere la scatola pesa troppo
    la porta non si apre
    chi c'è nel mio carrello
    una divisa da poliziotto per una festa
    smalto rosso fuoco
    sono rimasta senza parole per il prezzo
    mi state dissanguando
    mi sento derubata
  `),
};

function lines(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
