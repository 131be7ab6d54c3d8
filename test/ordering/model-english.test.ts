import { mass } from '../kit/masses';
import { ordersSafely } from './model-suite';

ordersSafely('en-GB', mass(70, 2_500));
