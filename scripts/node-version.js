/** Whether this Node is new enough. Plain JavaScript, so that an old Node can read it. */

const NEEDS = { major: 20, minor: 19 };

function isOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < NEEDS.major || (major === NEEDS.major && minor < NEEDS.minor);
}

/** Ends the process with a sentence where it is too old. */
function refuseOldNode() {
  if (!isOld(process.versions.node)) return;
  console.error(`Earshot needs Node ${NEEDS.major}.${NEEDS.minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

module.exports = { refuseOldNode };
