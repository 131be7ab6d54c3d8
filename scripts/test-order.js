/** Groups of suites run in the order of their names, the long ones first; files of their own in jest's order. */

const Sequencer = require('@jest/test-sequencer').default;

module.exports = class extends Sequencer {
  sort(tests) {
    if (!process.env.EARSHOT_TEST_GROUPS) return super.sort(tests);
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
