/** The store's port on any engine: its tables translate between the port's values and rows, and know no database. */

import type { Store } from '../../services/store';
import type { Engine } from './engine';
import { agentsOn } from './tables/agents';
import { attemptsOn } from './tables/attempts';
import { buyingRulesOn } from './tables/buying-rules';
import { careActionsOn } from './tables/care-actions';
import { contactsOn } from './tables/contacts';
import { deskRecordsOn } from './tables/desk-records';
import { filesOn } from './tables/files';
import { handOffsOn } from './tables/hand-offs';
import { inboxOn } from './tables/inbox';
import { linksOn } from './tables/links';
import { marksOn } from './tables/marks';
import { mirrorsOn } from './tables/mirrors';
import { missedOn } from './tables/missed';
import { offersOn } from './tables/offers';
import { outboxOn } from './tables/outbox';
import { farPiecesOn, piecesOn } from './tables/pieces';
import { presencesOn } from './tables/presences';
import { privacyOn } from './tables/privacy';
import { queueOn } from './tables/queue';
import { tokensOn } from './tables/tokens';
import { visitorsOn } from './tables/visitors';
import { wordKeysOn } from './tables/word-keys';
import { writtenTime } from './time';
import { conversationsOn } from './turns/conversations';
import { usableOn } from './usable';

export function storeOn(engine: Engine): Store {
  return {
    conversations: conversationsOn(engine),
    attempts: attemptsOn(engine),
    careActions: careActionsOn(engine),
    handOffs: handOffsOn(engine),
    queue: queueOn(engine),
    marks: marksOn(engine),
    visitors: visitorsOn(engine),
    outbox: outboxOn(engine),
    inbox: inboxOn(engine),
    contacts: contactsOn(engine),
    tokens: tokensOn(engine),
    agents: agentsOn(engine),
    links: linksOn(engine),
    buyingRules: buyingRulesOn(engine),
    missed: missedOn(engine),
    offers: offersOn(engine),
    mirrors: mirrorsOn(engine),
    files: filesOn(engine),
    pieces: piecesOn(engine),
    farPieces: farPiecesOn(engine),
    presences: presencesOn(engine),
    deskRecords: deskRecordsOn(engine),
    privacy: privacyOn(engine),
    wordKeys: wordKeysOn(engine),
    usable: usableOn(engine),
    time: writtenTime(engine),
    close: () => engine.close(),
  };
}
