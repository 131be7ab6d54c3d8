/** Photos, on any engine; turns write them. */

import type { Photos } from '../../../services/hand-off/photos';
import { PHOTO_TYPES } from '../../../vocabulary/photo';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { queryOne } from '../query';

export function photosOn({ words, read }: Engine): Photos {
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
        type: oneOf(PHOTO_TYPES, type, 'type of photo'),
      };
    },
  };
}
