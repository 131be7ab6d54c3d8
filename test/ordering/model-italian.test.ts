import { mass } from '../kit/masses';
import { ordersSafely } from './model-suite';

ordersSafely('it-IT', mass(70, 2_500));
