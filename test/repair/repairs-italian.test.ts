import { repairsIn } from './repairs';

repairsIn('it-IT');
