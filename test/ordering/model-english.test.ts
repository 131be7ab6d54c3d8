import { mass } from '../kit/masses';
import { ordersSafely } from './model-suite';

ordersSafely('en-GB', mass(150, 2_500));
