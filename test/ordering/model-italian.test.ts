import { ordersSafely } from './model-suite';

ordersSafely('it-IT', 2_500);
