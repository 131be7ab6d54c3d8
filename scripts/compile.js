/** Makes one JavaScript file of a program of ours, so that Node reads it without a loader: it starts sooner and a turn costs less. */

const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, extname, join } = require('node:path');
const { isMadeOfThese, noteMadeOf } = require('./made-of');

const ROOT = join(__dirname, '..');
/** Below the project, so that the packages it needs are found; they stay outside it. */
const FOLDER = join(ROOT, 'dist', 'programs');

/** In two parts: this file may be compiled itself. */
const MAIN = ['require.main', 'module'].join(' === ');

/** Each module keeps its own folder, and only the program itself is main. */
const ownPlace = (entry) => ({
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](lambda|scripts|bench|test)[\\/].*\.[jt]s$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8').replaceAll(MAIN, String(path === entry));
      return {
        contents: `const __dirname = ${JSON.stringify(dirname(path))};${source}`,
        loader: extname(path) === '.ts' ? 'ts' : 'js',
      };
    });
  },
});

/**
 * `program`: seen from the project's folder. The path of what was made, now or when it was last started; it is replaced
 * whole, so that another start at the same time never reads half of it. Throws when esbuild cannot read a source, which it
 * tells on stderr.
 */
async function compile(program) {
  const entry = join(ROOT, program);
  const made = join(FOLDER, `${program.replace(/[\\/]/g, '-')}.cjs`);
  if (isMadeOfThese(made)) return made;
  const began = Date.now();
  const { outputFiles, metafile } = await require('esbuild').build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: made,
    metafile: true,
    write: false,
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [ownPlace(entry)],
  });
  mkdirSync(FOLDER, { recursive: true });
  const making = `${made}.${process.pid}`;
  writeFileSync(making, outputFiles[0].contents);
  renameSync(making, made);
  noteMadeOf(made, Object.keys(metafile.inputs), began);
  return made;
}

module.exports = { compile };
