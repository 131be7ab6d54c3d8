/** Files that were sent, on any engine; turns write them. Their table is named after the first of them. */

import type { SentFiles } from '../../../services/hand-off/files';
import { FILE_TYPES } from '../../../vocabulary/file-types';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { queryOne } from '../query';

export function filesOn({ words, read }: Engine): SentFiles {
  const photo = queryOne((v: { id: string }) => words.selectFrom('photo').selectAll().where('id', '=', v.id));
  return {
    async get(id) {
      const [row] = await read(photo, { id });
      if (!row) return null;
      const { conversation_id, type, data, ...rest } = row;
      return {
        ...rest,
        bytes: Buffer.from(data, 'base64'),
        conversationId: conversation_id,
        type: oneOf(FILE_TYPES, type, 'type of file'),
      };
    },
  };
}
