import { repairsIn } from './repairs';

repairsIn('en-GB');
