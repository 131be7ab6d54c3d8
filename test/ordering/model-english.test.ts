import { ordersSafely } from './model-suite';

ordersSafely('en-GB', 2_500);
