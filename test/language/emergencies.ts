/** Sentences of ours, a language each: emergencies, and what only sounds like one. The half that the lists are mended from; the other is held. */

type Sentences = Readonly<Record<'en' | 'it', readonly string[]>>;

export const DIRE: Sentences = {
  en: lines(`
    my nan is having chest pains
    please hurry my husband isn't breathing
    the baby swallowed a magnet
    my son has drunk weed killer
    I've just swallowed a whole packet of paracetamol
    I want to end my life tonight
    I can't live like this any longer I want to die
    I keep thinking about killing myself
    my flatmate is threatening me with a knife
    there's somebody in the house and I'm hiding
    he punched me and I'm bleeding
    my partner keeps hitting me
    my uncle touched me
    the chip pan is on fire
    our shed is burning
    there's smoke coming from the fuse box
    I can smell gas in the hall
    get me an ambulance
    someone call the police
    dial nine nine nine
    he collapsed in the bathroom
    she's fainted and I can't wake her
    my wife is unconscious
    he's choking on a grape
    my little girl is burned by boiling water
    my son fell off the balcony
    there's been a car crash outside
    he's been stabbed in the leg
    I cut my wrist
    my friend took an overdose
    he's having a fit
    she's gone blue
    dad can't move his left arm and his speech is slurred
    my neighbour has been shot
    there is an intruder downstairs
    they're breaking down my door
    I've been attacked
    my toddler is missing
    my daughter has been kidnapped
    the carbon monoxide alarm has gone off
    I'm bleeding heavily
    my waters have broken
    my baby stopped breathing
    I think I'm dying
    I was stung by a bee and I can't breathe
    I can't breathe
    my husband has collapsed on the floor
    she's not breathing
    he's had a heart attack I think
    my mum is having a stroke
    I've got chest pains and my arm's gone numb
    my baby is choking
    the baby's turning blue
    he won't wake up
    there's blood everywhere
    I've cut myself badly and it won't stop bleeding
    my son swallowed washing up liquid
    our daughter ate some of the rat poison
    grandad has taken all his pills at once
    I don't see any reason to stay alive
    I'm going to end it all tonight
    I want to be dead
    I've got a knife and I'm going to hurt myself
    my friend says he's going to jump off a bridge
    there's a man in my house
    somebody is breaking in
    my boyfriend is going to kill me
    he's got a gun
    help me he's hurting me
    my dad beats me
    the kitchen's burning
    flames are coming out of the dryer
    the house is filling with smoke
    it smells of gas in here
    call the fire brigade
    call the police please
    ring an ambulance quickly
    we need a doctor right now
    somebody's been stabbed
    my child has fallen out of the window
    grandma fell down the stairs and doesn't move
    I think I'm having a heart attack
    he's having a seizure
    she is unconscious
    I've been raped
    someone is following me and I'm scared
    my toddler has drunk bleach
    I got an electric shock and I can't feel my hand
    my little boy is drowning
    the carbon monoxide alarm is beeping
    he tried to choke me last night
    my wife has taken an overdose
    I'm having an allergic reaction and my throat is closing
    there's been an accident and he is bleeding
    nobody would miss me if I was gone
    I want to kill myself
    i'm going to kill myself tonight
    I don't want to live any more
    I just want to die
    I can't go on any more
    there's no point living
    I'm thinking about suicide
    I feel suicidal
    I've been cutting myself
    I keep wanting to hurt myself
    I took too many pills
    I've taken all my tablets
    I think I took an overdose
    everyone would be better off without me
    I want to end my life
    my daughter says she wants to kill herself
    my son took a whole bottle of sleeping pills
    I wish I was dead
    my baby swallowed a battery
    my toddler just drank bleach
    the kid has eaten a dishwasher tablet
    my little girl swallowed one of the magnets
    he drank some drain cleaner
    she ate a laundry pod
    my two year old swallowed a coin
    I accidentally drank some antifreeze
    I think we've been poisoned
    call an ambulance
    please call me an ambulance
    I need an ambulance right now
    send an ambulance please
    can you call 911
    call 999
    dial 112 please
    call the police
    I need the police
    get the fire brigade
    phone the emergency services
    there's a fire
    there is a fire in my kitchen
    my house is on fire
    the oven caught fire
    the curtains are on fire
    there's a gas leak
    I smell gas
    I can smell smoke
    the carbon monoxide detector is going off
    the kitchen is full of smoke
    my wife hits me
    my husband is beating me
    he's hitting my mum
    my boyfriend tried to strangle me he has a knife
    my dad hits us
    someone is attacking me
    I'm being stalked
    I've been stabbed
    I was raped
    someone broke into my house
    there's an intruder in my house
    a man with a gun
    he says he is going to kill me
    I'm scared of my husband
    I'm in danger
    my baby is not breathing
    my son is choking
    my daughter can't breathe
    the baby has gone blue
    my child is missing
    my little boy fell out of the window
    the baby is locked in the car
    my mum collapsed
    dad passed out
    my husband is having a heart attack
    I think I'm having a stroke
    I have chest pains
    pain in my chest
    I can't breathe
    he stopped breathing
    she won't wake up
    grandma is unconscious
    he's bleeding a lot
    the bleeding won't stop she's bleeding badly
    it won't stop bleeding
    my wife is having a seizure
    she's having a severe allergic reaction
    anaphylactic shock
    I think I'm dying
    my dad is dying
    he got an electric shock
    she was hit by a car
    this is a medical emergency
    help me I'm bleeding
    alexa call an ambulance
    hello please call the police there is a stranger in my house
    my brother overdosed
    our neighbour's house is on fire
    somebody is drowning
    the child is drowning in the pool
    my grandpa just fell down the stairs and isn't moving
    I don't feel safe with my husband he's got a knife
    there's smoke coming out of the fuse box and flames
    I've swallowed poison
    my kid drank paint thinner
    the baby ate rat poison
    my flatmate took all her sleeping tablets
    I'm going to jump off a bridge
    I want to die tonight
    life isn't worth living anymore
    my dad collapsed and he's not breathing
    someone's trying to break in right now
    there's a burglar downstairs
    he hit me and I'm bleeding
    my boyfriend is choking me
    my girlfriend is threatening me with a knife
    a guy is following me and I'm scared for my life
    she's had a stroke I think
    my mum's having a heart attack
    I'm having chest pain and my arm's numb
    the house is burning
    our kitchen's on fire
    the flat is filling with gas
    I smell gas in the hall
    carbon monoxide alarm is going off
    my daughter is turning blue
    he's choking on a grape
    my son's stopped breathing
    my toddler swallowed a button battery
    my child got into the bleach
    my little one drank detergent
    she's unconscious
    he is not waking up
    she's lost a lot of blood
    I cut my wrist and it's bleeding badly
    I've cut my wrists
    I keep thinking about killing myself
    I'm planning to end it all
    my friend wants to kill himself
    my son wants to hurt himself
    I took a load of pills
    he's overdosing
    get me the police now
    ring an ambulance
    call an ambulance quick
    can you phone 999 for me
    please dial 911
    I need the fire department
    send the police to my house
    there's a man in my house with a gun
    I've been shot
    I got stabbed
    my husband raped me
    someone's kidnapped my child
    my daughter's gone missing
    my boy's been run over
    there's been an accident and somebody's badly hurt
    my wife is having a fit and won't stop shaking
    he's in anaphylaxis his throat is closing
    I can't breathe my throat's swelling up
    my nan's fallen and can't get up and she's hit her head
    my sister is drowning
    the kids are trapped in the fire
    I've been electrocuted
    he beats me every night
    my stepdad touches me
    my mum hits me with a belt
    I'm bleeding and I'm pregnant
    I think I'm having a miscarriage
    my water heater exploded and there's fire
  `),
  it: lines(`
    la nonna ha un forte dolore al petto
    fate presto mio marito non respira
    il bambino ha ingoiato una calamita
    mio figlio ha bevuto il diserbante
    ho appena ingoiato una scatola intera di paracetamolo
    voglio togliermi la vita stasera
    non posso più vivere così voglio morire
    penso sempre a uccidermi
    il mio coinquilino mi minaccia con un coltello
    c'è qualcuno in casa e mi sto nascondendo
    mi ha dato un pugno e sto sanguinando
    il mio compagno mi picchia sempre
    mio zio mi ha toccata
    la pentola ha preso fuoco
    il capanno sta bruciando
    esce fumo dal quadro elettrico
    sento odore di gas nel corridoio
    chiamami un'ambulanza
    qualcuno chiami la polizia
    fai il centododici
    è crollato in bagno
    è svenuta e non riesco a svegliarla
    mia moglie ha perso i sensi
    si sta strozzando con un chicco d'uva
    la bambina si è ustionata con l'acqua bollente
    mio figlio è caduto dal balcone
    c'è stato un incidente d'auto qui fuori
    lo hanno accoltellato alla gamba
    mi sono tagliata le vene
    la mia amica è andata in overdose
    ha una crisi epilettica
    è diventata blu
    papà non muove il braccio sinistro e parla male
    hanno sparato al mio vicino
    c'è un intruso al piano di sotto
    mi stanno sfondando la porta
    mi hanno aggredita
    il mio bambino è scomparso
    hanno rapito mia figlia
    è scattato l'allarme del monossido
    perdo tantissimo sangue
    mi si sono rotte le acque
    il neonato ha smesso di respirare
    credo di stare per morire
    mi ha punto un'ape e non riesco a respirare
    non riesco a respirare
    mio marito è crollato a terra
    non respira più
    credo che abbia avuto un infarto
    mia madre sta avendo un ictus
    ho un dolore al petto e il braccio addormentato
    il bambino sta soffocando
    il neonato è diventato blu
    non si sveglia
    c'è sangue dappertutto
    mi sono tagliata e non smette di sanguinare
    mio figlio ha bevuto il detersivo
    nostra figlia ha mangiato il veleno per topi
    il nonno ha preso tutte le pillole insieme
    non vedo motivi per restare in vita
    stanotte la faccio finita
    vorrei essere morto
    ho un coltello e mi faccio del male
    un mio amico dice che si butta dal ponte
    c'è un uomo in casa mia
    qualcuno sta entrando in casa
    il mio ragazzo mi ammazza
    ha una pistola
    aiutami mi sta facendo male
    mio padre mi picchia
    la cucina va a fuoco
    escono fiamme dall'asciugatrice
    la casa si sta riempiendo di fumo
    c'è odore di gas qui
    chiama i pompieri
    chiama la polizia per favore
    chiamate un'ambulanza in fretta
    ci serve un medico subito
    hanno accoltellato qualcuno
    mio figlio è caduto dalla finestra
    la nonna è caduta dalle scale e non si muove
    penso di avere un infarto
    ha le convulsioni
    è svenuta e non risponde
    mi hanno violentata
    qualcuno mi sta seguendo e ho paura
    la bimba ha bevuto la candeggina
    ho preso la scossa e non sento più la mano
    il mio bambino sta annegando
    sta suonando l'allarme del monossido
    ieri notte ha cercato di strangolarmi
    mia moglie ha preso troppe pastiglie
    ho una reazione allergica e mi si chiude la gola
    c'è stato un incidente e perde sangue
    nessuno sentirebbe la mia mancanza se non ci fossi più
    voglio uccidermi
    stasera mi ammazzo
    non voglio più vivere
    voglio morire
    non ce la faccio più a vivere
    non ha più senso vivere
    penso al suicidio
    mi voglio suicidare ho pensieri di suicidio
    voglio farla finita
    vorrei essere morto
    ho preso troppe pillole
    ho ingoiato tutte le pastiglie
    mia figlia vuole farsi del male dice che vuole morire
    voglio togliermi la vita
    mi taglio le vene
    sono stanca di vivere
    mio figlio ha ingoiato una pila
    la bambina ha bevuto la candeggina
    il bambino ha mangiato una pastiglia della lavastoviglie
    mia figlia ha ingerito del detersivo
    il piccolo ha ingoiato una calamita
    ha bevuto l'acido
    mio figlio ha ingoiato una moneta
    credo di essere stato avvelenato
    chiama un'ambulanza
    chiamate l'ambulanza
    mi serve un'ambulanza
    ho bisogno di un'ambulanza subito
    chiama il 112
    chiama la polizia
    chiamate i carabinieri
    chiama i pompieri
    chiama i vigili del fuoco
    chiama il 118
    manda un'ambulanza per favore
    c'è un incendio
    c'è un incendio in cucina
    la casa va a fuoco
    sta andando a fuoco la casa
    il forno ha preso fuoco
    la cucina è in fiamme
    c'è una fuga di gas
    sento odore di gas
    sento puzza di bruciato e c'è fumo dappertutto
    mio marito mi picchia
    mia moglie mi picchia
    il mio ragazzo mi ha picchiata
    mi vuole uccidere
    ha un coltello
    mi ha minacciata di morte
    sono stata violentata
    mio padre picchia mia madre
    qualcuno sta entrando in casa
    ci sono i ladri in casa
    c'è un uomo in casa mia
    ho paura che mi ammazzi
    sono in pericolo
    aiuto mi ammazza
    mi stanno aggredendo mi hanno accoltellato
    il bambino non respira
    mio figlio sta soffocando
    la bambina non respira più
    mia figlia è scomparsa
    mio figlio è sparito
    il bimbo è diventato blu
    la bambina è caduta dal balcone
    il bambino è chiuso in macchina
    mia madre è svenuta
    papà ha perso i sensi
    mio marito ha un infarto
    credo che sia un ictus
    ho dolore al petto
    ho un dolore al petto fortissimo
    non riesco a respirare
    non respira
    ha smesso di respirare
    non si sveglia
    il nonno non si sveglia più
    perde molto sangue
    sto perdendo tanto sangue
    non riesco a fermare il sangue
    ha una crisi epilettica
    shock anafilattico
    sto morendo
    mio padre sta morendo
    ha preso la scossa fortissima
    è stato investito da una macchina
    è un'emergenza medica
    aiutatemi sta morendo
    qualcuno sta annegando
    alexa chiama un'ambulanza
    mia sorella ha ingoiato un sacco di medicine ha preso troppe medicine
    si è accasciato a terra
    monossido di carbonio
    il nonno è caduto dalle scale e non si muove
    non mi sento al sicuro con mio marito, ha un coltello
    esce fumo dal quadro elettrico e ci sono le fiamme
    ho ingoiato del veleno
    mio figlio ha bevuto il diluente
    il bambino ha mangiato il veleno per topi
    la mia coinquilina ha preso tutti i sonniferi
    mi butto dal ponte
    voglio morire stanotte
    la vita non vale più la pena
    mio padre è crollato e non respira
    stanno cercando di entrare in casa adesso
    c'è un ladro di sotto
    mi ha picchiata e sanguino
    il mio ragazzo mi sta strozzando
    la mia ragazza mi minaccia con un coltello
    un tizio mi segue e ho paura per la mia vita
    credo abbia avuto un ictus
    la mamma ha un infarto
    ho male al petto e il braccio addormentato
    la casa brucia
    la cucina è a fuoco
    l'appartamento si sta riempiendo di gas
    c'è puzza di gas nel corridoio
    suona l'allarme del monossido
    mia figlia sta diventando blu
    si sta strozzando con un acino d'uva
    mio figlio ha smesso di respirare
    il piccolo ha ingoiato una pila a bottone
    mia figlia ha bevuto la varechina
    il bimbo ha bevuto il detersivo
    è priva di sensi
    non si sveglia più
    ha perso tantissimo sangue
    mi sono tagliata i polsi
    mi sono tagliato e il sangue non si ferma
    penso continuamente a uccidermi
    ho deciso di farla finita
    il mio amico vuole ammazzarsi
    mio figlio vuole farsi del male
    ho buttato giù un sacco di pillole
    è in overdose
    chiama subito la polizia
    fai venire un'ambulanza
    presto un'ambulanza
    puoi telefonare al 118 per me
    fai il 112 per favore
    mi servono i vigili del fuoco
    manda la polizia a casa mia
    c'è un uomo in casa con una pistola
    mi hanno sparato
    mi hanno accoltellato
    mio marito mi ha violentata
    hanno rapito mio figlio
    mia figlia è scomparsa da ieri
    il bambino è stato investito
    c'è stato un incidente e c'è un ferito grave
    mia moglie ha le convulsioni e non smette
    gli si chiude la gola, è uno shock anafilattico
    non respiro, mi si gonfia la gola
    la nonna è caduta, ha battuto la testa e non si rialza
    mia sorella sta annegando
    i bambini sono bloccati nel fuoco
    sono rimasto folgorato
    mi picchia tutte le sere
    il mio patrigno mi tocca
    mia mamma mi picchia con la cintura
    perdo sangue e sono incinta
    credo di avere un aborto spontaneo
    è esplosa la caldaia e c'è un incendio
  `),
};

export const HARMLESS: Sentences = {
  en: lines(`
    I'd die for that chocolate
    this app is killing me
    the torch is dead
    my old kettle died
    are you alive
    that joke killed me
    the coffee knocked me out
    your prices took my breath away
    it takes my breath away
    the smoke detector needs a new battery
    a fire blanket please
    firewood please
    gas lighter please
    I want a knife sharpener
    do you sell pepper spray
    a first aid box
    headache tablets please
    I ate all the capsules I mean drank all the coffee
    my cat ate a moth
    the dog chewed the box
    my baby ate all the puree
    the kids drank all the juice
    the parcel is missing
    my parcel has disappeared
    my order is missing two bags
    the bag was slashed open
    the tin is badly dented
    the bottle is bleeding oil
    the driver ran over my flowers
    the courier nearly knocked me down
    somebody took my parcel from the door
    a stranger signed for it
    my neighbour took my parcel
    who took my parcel
    the door bell is broken
    there's a man at the door with my parcel
    I need it urgently
    it's urgent
    help I can't find my order
    help me cancel
    I'm in trouble with my wife for ordering twice
    save my basket
    I lost my mind over this
    I'm losing it
    I can't stand this any more
    I've had enough of this shop
    I give up
    I'm sick of waiting
    I'm sick of tea
    my dog is sick of this food
    I feel ill when I see the bill
    send it to the police station
    deliver to the fire brigade at work
    I'm a nurse at the hospital
    my doctor recommended this tea
    the baby won't wake up before eight so deliver quietly
    the baby won't sleep
    my son won't eat this
    it won't stop beeping
    the tap won't stop dripping
    this coffee is to die for
    I'd kill for a cup of tea
    my battery is dead
    the bulb died on me
    I'm dying to try the new tea
    these prices are killing me
    you're killing it
    my phone's on fire with messages
    that was a fire deal
    my feet are killing me
    order fire lighters
    do you sell fire alarms
    I need a smoke detector
    have you got carbon monoxide detectors
    I need rat poison
    order bleach
    I want to buy knives
    do you have kitchen knives
    send me pain killers
    my dog swallowed his food in one go
    the dog ate all the biscuits
    the cat fell asleep in the box
    the parcel was beaten up
    the box looked like it had been stabbed
    the driver nearly killed my roses
    my heart skipped a beat when I saw the price
    I nearly had a heart attack when I saw the total
    this is urgent I need coffee
    emergency I'm out of coffee
    it's an emergency, we have no toilet paper
    help
    help me choose
    can you help me with my order
    I can't live without my coffee
    my wife will kill me if I forget the milk
    my mum's going to murder me
    kill the order
    kill this conversation
    stop killing time
    shoot
    shoot me a message
    that was a shot in the dark
    my kids are driving me to an early grave
    I'm bleeding money here
    I burnt the toast
    the coffee tasted burnt
    the tea is too hot it burnt my tongue
    I choked on the price
    the delivery was a train wreck
    he hit the jackpot
    I'm drowning in boxes
    drown it in milk
    my plant is dying
    the plant died, I want a refund
    the police station is my delivery address
    deliver it to the fire station
    I'm a doctor and need an invoice
    I work at a hospital, can you deliver there
    can you deliver to the hospital
    first aid kit please
    order plasters
    bandages please
    do you sell pregnancy tests
    my son wants a toy gun
    a water pistol please
    the bag exploded
    the milk exploded in the box
    this app is a disaster
    the service is a crime
    it's highway robbery
    you robbed me
    somebody stole my parcel
    my parcel was stolen from the porch
    I'd rather die than wait a week
    over my dead body
    dead line for returns
    the line went dead
    it's dead easy
    I'm dead serious
    I'm starving
    the dog is starving
    my baby drank all the milk
    my baby loves this food
    my daughter ate the last biscuit
    the bottle leaked everywhere
    it smells funny
    the coffee smells of smoke
    smoked salmon please
    gas cartridges for my stove
    does it come with a gas bottle
    burn after reading
    I fell for your advert
    my order fell through
    the box fell down the stairs
    I dropped the bottle
    I hurt my back carrying the box
    the bag is bleeding ink
    the soap stings my eyes
    fire the driver
    who got fired
    my phone died
    kill that order
    the delivery was murder
    I'm dying for a coffee
    I'd die for that dog food
    this is killing me just kidding
    the battery is dying
    there's a fire sale isn't there
    do you sell fire lighters
    I want a fire extinguisher
    my smoke alarm needs batteries
    order batteries for the smoke alarm
    my smoke alarm is beeping
    do you sell carbon monoxide alarms
    I need a fire stick
    my kindle fire is broken
    I can't live without my coffee
    my dog ate the food and is sick
    my dog swallowed a battery
    the bag was torn
    the parcel never arrived
    hit me up with your best coffee
    the price hit me hard
    I need help
    help
    help me find my order
    I need emergency nappies
    I ran out of coffee it's an emergency
    my coffee machine exploded
    the box exploded
    the driver nearly killed my plants
    your courier is a criminal
    I'll call my lawyer
    I'm going to sue you
    I'll report you to the police tomorrow
    cancel my order
    kill the order please
    kill my subscription
    end my subscription
    stop it you're killing me
    I could murder a cup of tea
    the glass jar was broken
    I cut myself some slack
    the tin was damaged
    coffee capsules
    I drank all my coffee
    I ate all the biscuits
    we drank too many coffee capsules
    order dishwasher tablets
    two packs of dishwasher tablets
    do you have bleach
    I want bleach and toilet cleaner
    where are my batteries
    I need button batteries
    reorder razor blades
    the pills for my dog
    vitamins tablets
    my tablet is broken
    police car toy
    I want a police car toy
    a toy ambulance
    do you sell fire engines
    my child wants a fire engine
    baby wipes
    my baby needs nappies
    my son loves your biscuits
    my daughter is hungry
    my baby is crying
    the baby isn't sleeping
    the dog isn't eating
    my parcel is missing
    an item is missing
    two bags are missing
    my order disappeared
    my order is stuck
    the package is trapped at customs
    the lift is broken leave it downstairs
    the delivery man is in my house
    nobody was in the house
    someone is at the door
    somebody took my parcel
    my neighbour took the parcel
    it was stolen
    a thief took my package
    my package was stolen
    I smell coffee
    the candle smells of vanilla
    it smells bad
    the milk smells
    scented candles
    how long until it arrives I can't wait
    I can't take it to the post office
    I can't do this on my phone
    I can't go on the website
    can't cope with your prices haha
    these prices are on fire
    burning question where's my order
    I burned the coffee
    burnt toast
    the coffee tastes burnt
    it tastes like poison
    is it poisonous to cats
    is the detergent safe for children
    is the cleaner toxic
    what happens if a dog eats it
    child safe capsules
    childproof cap
    I'm choking on these prices
    the straw broke
    I hurt my back lifting the box
    I hurt myself laughing
    my back hurts
    I have a headache
    I feel sick of waiting
    sick of this
    tired of waiting
    I'm tired
    wake up
    wake me up
    I'm dead tired
    it's dead
    dead batteries
    the toothbrush is dead
    my plant is dying
    the flowers died
    over my dead body
    drop dead
    go to hell
    shut up
    I hate you
    you idiot
    this is rubbish
    you're useless
    stop
    no
    never mind
    shoot
    shoot me an email
    what a bomb
    bath bombs
    a gun for silicone
    glue gun
    hot glue gun sticks
    knife set
    kitchen knife
    do you sell knives
    I need a bread knife
    the knife is blunt
    is there a knife in the set
    attack of the munchies
    cookie monster
    break a leg
    I broke my cup
    my cup broke
    my card was declined
    somebody used my card
    someone hacked my account
    I was charged twice
    I'm shocked
    I had a shock when I saw the price
    shocking service
    a stroke of luck
    seize the deal
    fit for purpose
    it doesn't fit
    does it fit
    a heart shaped box
    heart chocolates
    chest of drawers
    chest freezer bags
    breathe easy tissues
    breathing space
    bleeding obvious
    where's my bleeding order
    bleeding hell
    bloody hell
    it won't open
    the lid won't open
    the bottle won't stop leaking
    it won't stop beeping
    the website isn't responding
    the driver isn't responding
    nobody responds to my emails
    you don't respond to me
    call me
    call me back
    can somebody call me
    call the shop
    call the courier
    give me a ring
    get me a person
    phone number please
    ring the doorbell
    send it to me
    send a replacement
    get me some coffee
    need coffee now
    I need it right now
    hurry up
    quick
    what's the time
    stop the delivery
    danger of running out of coffee
    we're in danger of running out of nappies
    out of the window of delivery
    fell off the van
    the box fell apart
    the parcel fell in the pool
    it's raining leave it inside
    my house number is nine
    one one two high street
    order number nine nine nine one
    the last four digits are 1 1 2 0
    112 euros is too much
    999 euros
    I want 112 batteries
    mountain rescue biscuits
    lifesaver
    you saved my life
    life is good
    good night
    this coffee is to die for
    I'm dying for a cup of tea
    my battery's dead
    kill the order
    the price nearly killed me
    you're killing me with these delivery times
    my feet are killing me, where's my order
    that deal is a steal
    shoot me an email
    the delivery guy is a lifesaver
    my dog would kill for those treats
    it's an emergency, I'm out of nappies
    urgent, I need coffee
    I need help with my order
    help me find a shampoo
    I'm choking up, your service was so kind
    the bulbs blew up after a day
    the battery leaked acid
    the lamp went up in smoke and I want a refund
    does the detergent poison fish
    is the dish soap safe if swallowed
    is this toxic for cats
    the dog ate the delivery note
    my cat ate all the food
    do your batteries explode
    the dishwasher tablet burnt a hole in the box
    fire sale any discounts
    fire away
    do you have fire alarm batteries
    smoke detector batteries please
    batteries for my carbon monoxide alarm
    gas refill
    ambulance toy for my kid
    police dog treats
    do you sell knives
    razor blades please
    a knife for the kitchen
    I cut myself shaving, more razors
    my skin burns from your shampoo
    I burnt the toast, ha
    stop the order
    end it
    finish it
    I give up
    I can't live without coffee
    I'd die without my tea
    the parcel was attacked by my dog
    somebody stole my parcel
    my parcel was stolen
    thieves took my package
    the courier hit my fence
    the driver crashed into my gate and left the box
    my parcel is missing
    my child ordered something
    the kids drank all the oat milk
    my baby drinks that milk
    my son ate all the pasta
    my daughter swallowed her vitamins as usual, order more
    how many vitamins a day
    is vitamin D dangerous
    I took the last multivitamin
    we're out of tablets
    dishwasher tablets
    I took all the capsules to work so order more
    overdose of caffeine, ha, decaf please
    I'm wasted, just joking
    what's the emergency number of the shop
    emergency delivery possible
    is express for emergencies
    my printer died
    my phone is dead
    the line went dead
    dead slow delivery
    a killer price
    bloody late again
    bloody hell where's my order
    this is murder on my wallet
    I nearly fainted at the price
    it takes my breath away how good this coffee is
    out of breath carrying the box
    stroke of luck, it came early
    heart shaped candles
    the light bulb gave me a shock
    what a shocking service
    I was shocked by the price
    it's a bomb, that shampoo
    photo bomb
    the jar exploded in the box
    the can exploded in the freezer
    hit me up by text
    beat the price
    you beat them all
    can you beat that price
    my neighbour took my parcel
    break in my new shoes
    I lost my parcel
    my cat is missing her litter
    suicide squad movie
    die batteries die haha
    how long do bulbs live
    drop dead gorgeous packaging
    I'd rather die than pay that
    roast dark coffee to kill the tiredness
    my plants are dying
  `),
  it: lines(`
    darei la vita per quel cioccolato
    questa app mi fa impazzire
    la torcia è morta
    il vecchio bollitore è morto
    sei vivo
    questa battuta mi ha ucciso
    il caffè mi ha steso
    i vostri prezzi mi tolgono il respiro
    toglie il fiato
    al rilevatore di fumo serve una pila nuova
    una coperta antifiamma
    legna da ardere
    un accendigas
    voglio un affilacoltelli
    vendete lo spray al peperoncino
    una cassetta del pronto soccorso
    pastiglie per il mal di testa
    ho finito tutte le capsule del caffè
    il gatto ha mangiato una falena
    il cane ha masticato la scatola
    il bambino ha mangiato tutta la pappa
    i bambini hanno bevuto tutto il succo
    il pacco è scomparso
    il mio pacco è sparito
    nel mio ordine mancano due sacchetti
    il sacchetto era tagliato
    la latta è tutta ammaccata
    la bottiglia perde olio
    il corriere mi ha schiacciato i fiori
    il furgone mi ha quasi investito la bici
    qualcuno ha preso il mio pacco dalla porta
    ha firmato uno sconosciuto
    il pacco l'ha preso il vicino
    chi ha preso il mio pacco
    il campanello è rotto
    c'è un uomo alla porta con il mio pacco
    mi serve con urgenza
    è urgente
    aiuto non trovo il mio ordine
    aiutami ad annullare
    mia moglie si arrabbia perché ho ordinato due volte
    salva il mio carrello
    sto perdendo la testa
    sto perdendo la pazienza
    non ne posso più
    ne ho abbastanza di questo negozio
    mi arrendo
    sono stufa di aspettare
    sono stufo del tè
    il mio cane è stufo di queste crocchette
    mi sento male quando vedo il conto
    mandatelo alla stazione dei carabinieri
    consegnate ai pompieri al lavoro
    sono un'infermiera in ospedale
    il medico mi ha consigliato questo tè
    il bambino non si sveglia prima delle otto quindi fate piano
    il bambino non dorme
    mio figlio non vuole mangiarlo
    non smette di suonare
    il rubinetto non smette di gocciolare
    questo caffè è da morire
    morirei per una tazza di tè
    la batteria è morta
    la lampadina è morta
    muoio dalla voglia di provare il tè nuovo
    questi prezzi mi uccidono
    sei una bomba
    che bomba questo sconto
    mi fanno male i piedi
    mi serve un accendifuoco
    vendete allarmi antincendio
    mi serve un rilevatore di fumo
    avete rilevatori di monossido
    mi serve il veleno per topi
    ordina la candeggina
    voglio comprare dei coltelli
    avete coltelli da cucina
    mandami un antidolorifico
    il cane ha mangiato tutto in un boccone
    il cane ha mangiato tutti i biscotti
    il gatto si è addormentato nella scatola
    il pacco era tutto ammaccato
    la scatola sembrava presa a coltellate
    il corriere mi ha quasi ammazzato le rose
    mi è preso un colpo quando ho visto il prezzo
    mi è venuto un infarto a vedere il totale
    è urgente mi serve il caffè
    emergenza ho finito il caffè
    è un'emergenza, non abbiamo più carta igienica
    aiutami a scegliere
    mi aiuti con il mio ordine
    non posso vivere senza il mio caffè
    mia moglie mi ammazza se dimentico il latte
    mia madre mi uccide
    ammazza che prezzi
    ammazza quest'ordine
    stiamo ammazzando il tempo
    spara
    sparami un messaggio
    ho tirato a caso
    i miei figli mi faranno morire
    sto perdendo soldi a fiumi
    ho bruciato il toast
    il caffè sapeva di bruciato
    il tè scotta mi sono bruciata la lingua
    mi è andato di traverso il prezzo
    la consegna è stata un disastro
    ha fatto centro
    sto annegando negli scatoloni
    affogato al caffè
    la mia pianta sta morendo
    la pianta è morta, voglio il rimborso
    consegnatelo alla stazione di polizia
    portatelo alla caserma dei pompieri
    sono un medico e mi serve la fattura
    lavoro in ospedale, consegnate lì
    potete consegnare in ospedale
    un kit di pronto soccorso
    ordina i cerotti
    delle bende per favore
    vendete test di gravidanza
    mio figlio vuole una pistola giocattolo
    una pistola ad acqua
    il sacchetto è esploso
    è scoppiato il cartone del latte
    questa app è una catastrofe
    un servizio criminale
    è una rapina
    mi avete derubato
    mi hanno rubato il pacco
    mi hanno fregato il pacco dal portone
    piuttosto muoio che aspettare una settimana
    sul mio cadavere
    è caduta la linea
    ho una fame da lupi
    sto morendo di fame
    il cane muore di fame
    il bambino ha bevuto tutto il latte
    la bambina adora questa pappa
    mia figlia ha mangiato l'ultimo biscotto
    la bottiglia perdeva dappertutto
    ha uno strano odore
    il caffè sa di fumo
    salmone affumicato
    cartucce di gas per il fornello
    la bombola del gas è compresa
    mi sono innamorata della vostra pubblicità
    l'ordine è saltato
    la scatola è caduta dalle scale
    mi è caduta la bottiglia
    mi sono fatta male alla schiena con lo scatolone
    il sapone brucia gli occhi
    licenziate il corriere
    fuoco alle polveri
    che sangue freddo
    ho il sangue amaro con voi
    mi state avvelenando la giornata
    questo reso mi strozza
    strozzini
    il telefono è morto
    la batteria sta morendo
    muoio dalla voglia di un caffè
    sto morendo di fame
    sto morendo dal ridere
    muoio di sonno
    questa attesa mi uccide
    mi ammazzate con la spedizione
    annulla l'ordine
    elimina il mio ordine
    la consegna è stata un incubo
    il prezzo è da infarto per modo di dire
    quasi svengo per il prezzo
    mi serve aiuto
    aiuto
    aiutami a trovare il mio ordine
    ho bisogno di aiuto
    vendete estintori
    un rilevatore di fumo
    le pile per l'allarme antincendio
    l'allarme del fumo suona ha le pile scariche
    vendete accendifuoco
    pastiglie per la lavastoviglie
    due confezioni di pastiglie per lavastoviglie
    capsule di caffè
    ho bevuto tutto il caffè
    ho mangiato tutti i biscotti
    il cane ha mangiato la pila
    il mio cane ha ingoiato una pila
    il gatto non mangia
    il cane sta male
    la busta era strappata
    il pacco non è arrivato
    il pacco è sparito
    manca un articolo
    mi hanno rubato il pacco
    qualcuno ha preso il mio pacco
    il corriere è un criminale
    vi denuncio
    chiamo il mio avvocato
    chiamo la polizia postale domani
    l'ambulanza giocattolo
    una macchina della polizia giocattolo
    il camion dei pompieri di lego
    avete la candeggina
    vorrei la candeggina e il detersivo
    ordina la varechina
    le lamette da barba
    riordina le lamette
    i pannolini per il bambino
    il bambino piange
    mia figlia ha fame
    mio figlio adora i biscotti
    il bambino non dorme
    il bimbo vuole il latte
    ha bevuto le capsule di caffè
    il caffè sa di bruciato
    odore di bruciato nel caffè
    puzza
    il detersivo puzza
    candele profumate
    la scatola è esplosa
    la macchinetta è esplosa
    mi sono tagliato i capelli
    coltello da cucina
    vendete coltelli
    un set di coltelli
    con un coltello da cucina
    una pistola per silicone
    pistola ad acqua
    ho mal di testa
    ho mal di schiena
    sono stanco
    sono stanco di aspettare
    non ce la faccio più ad aspettare
    non ne posso più di questi ritardi
    non riesco a ordinare
    non riesco ad aprire la scatola
    non riesco a entrare nel sito
    il sito non risponde
    il corriere non risponde
    nessuno risponde
    non rispondete mai
    chiamami
    chiamatemi
    richiamami domani
    chiama il corriere
    chiama il negozio
    mandami una mail
    manda un rimborso
    mi serve il caffè
    voglio una persona
    voglio il rimborso
    sono in ritardo
    siamo in casa
    il fattorino è in casa
    il postino è in giardino
    qualcuno è alla porta
    non c'è nessuno in casa
    la casa al mare
    fuoco lento
    cuocere a fuoco lento
    carta da forno
    il forno non va
    ha preso il pacco
    ha preso la scossa l'ordine
    mi ha colpito il prezzo
    è morto il telecomando
    la pianta è morta
    pile morte
    mi fai morire
    mi fate morire dal ridere
    che morte
    la morte sua è col pane
    ammazza che prezzi
    ammazza oh
    vai al diavolo
    ti odio
    sei inutile
    stupido
    basta
    no
    niente
    lascia stare
    svegliami domani
    sveglia
    dorme ancora
    112 euro
    centododici euro
    numero 1 1 2
    via uno uno due
    ordine 1180
    118 pezzi
    il numero d'ordine finisce con 115
    115 euro e 20
    sangue freddo
    arance di sangue
    succo di arance rosse
    petto di pollo
    il petto di tacchino
    polmoni
    respirare meglio con le salviette
    fazzoletti per respirare bene
    pericolo di finire il caffè
    rischio di restare senza caffè
    urgente
    è urgente il caffè
    emergenza caffè
    è un'emergenza ho finito i pannolini
    sono rimasto senza pannolini
    bloccato alla dogana
    il pacco è bloccato
    il mio ordine è bloccato
    chiuso in magazzino
    la scatola è caduta
    il pacco è caduto in piscina
    il barattolo si è rotto
    vetro rotto
    il barattolo di vetro è rotto
    mi avete salvato la vita
    la vita è bella
    buonanotte
    hai ragione
    che bomba
    bombe da bagno
    una botta di vita
    è uno scherzo
    pazzesco
    che paura questi prezzi
    ho paura di aver sbagliato ordine
    ho paura che non arrivi
    mi spaventa il prezzo
    attacco di fame
    un attacco di shopping
    crisi di astinenza da caffè
    mi hanno derubato con la spedizione
    è un furto
    ladri
    siete dei ladri
    il cane morde i pacchi
    che ore sono
    quanto manca
    la consegna è in pericolo
    questo caffè è la fine del mondo
    muoio dalla voglia di un tè
    la batteria è morta
    ammazza che prezzi
    il prezzo mi ha ucciso
    con queste consegne mi fate morire
    i piedi mi uccidono, dov'è l'ordine
    è un furto
    sparami una mail
    il corriere mi ha salvato la vita
    il mio cane ucciderebbe per quegli snack
    è un'emergenza, ho finito i pannolini
    urgente, mi serve il caffè
    mi serve aiuto con l'ordine
    aiutami a trovare uno shampoo
    mi avete commosso
    le lampadine sono scoppiate dopo un giorno
    la pila ha perso l'acido
    la lampadina ha fatto fumo e voglio il rimborso
    il detersivo avvelena i pesci
    il detersivo dei piatti è sicuro se si ingoia
    è tossico per i gatti
    il cane ha mangiato la bolla
    il gatto ha mangiato tutto
    le vostre pile esplodono
    la pastiglia ha bruciato la scatola
    prezzi di fuoco, ci sono sconti
    spara pure
    avete pile per l'allarme antincendio
    pile per il rilevatore di fumo
    pile per l'allarme del monossido
    ricarica del gas
    un'ambulanza giocattolo
    snack per cani poliziotto
    vendete coltelli
    lamette per favore
    un coltello da cucina
    mi sono tagliato facendo la barba, altre lamette
    lo shampoo mi brucia la pelle
    ho bruciato il toast
    ferma l'ordine
    finiscila
    falla finita
    ci rinuncio
    non posso vivere senza caffè
    senza il mio tè muoio
    il cane ha aggredito il pacco
    mi hanno rubato il pacco
    il pacco è stato rubato
    i ladri mi hanno preso il pacco
    il corriere ha colpito il cancello
    l'autista è andato contro il muretto e ha lasciato la scatola
    il mio pacco è scomparso
    mio figlio ha ordinato una cosa
    i bambini hanno bevuto tutto il latte d'avena
    la bambina beve quel latte
    mio figlio ha mangiato tutta la pasta
    mia figlia ha preso le vitamine come sempre, riordinale
    quante vitamine al giorno
    la vitamina D è pericolosa
    ho preso l'ultimo multivitaminico
    sono finite le pastiglie
    pastiglie per la lavastoviglie
    ho portato tutte le capsule in ufficio, ordinane altre
    troppa caffeina, meglio il decaffeinato
    sono a pezzi, scherzo
    qual è il numero per le emergenze del negozio
    fate consegne d'emergenza
    l'espresso è per le emergenze
    la stampante è morta
    il telefono è morto
    è caduta la linea
    consegna lenta da morire
    un prezzo da urlo
    accidenti è di nuovo in ritardo
    mannaggia dov'è il mio ordine
    è un salasso per il portafoglio
    per poco svengo con quel prezzo
    questo caffè mi toglie il respiro da quanto è buono
    sono senza fiato a portare la scatola
    un colpo di fortuna, è arrivato prima
    candele a forma di cuore
    la lampadina mi ha dato una piccola scossa
    che servizio scioccante
    sono rimasto scioccato dal prezzo
    quello shampoo è una bomba
    una bomba di gusto
    il barattolo è esploso nella scatola
    la lattina è scoppiata nel freezer
    battete quel prezzo
    li battete tutti
    potete battere quel prezzo
    il vicino ha preso il mio pacco
    ho perso il pacco
    il gatto è senza lettiera
    è morta lì la cosa
    quanto vivono le lampadine
    bello da morire
    piuttosto muoio che pagare così
    un caffè per ammazzare il sonno
    le mie piante stanno morendo
    mi fa impazzire questo caffè
    mi sono scottato con il caffè
    sto morendo dal ridere
    mi avete ammazzato di pubblicità
  `),
};

function lines(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
