/** Plays AWS Lambda's runtime in a process of its own: loads the handler, asks for events one by one, posts what comes of them. */

const { join } = require('node:path');

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: root, _HANDLER: named } = process.env;
const base = `http://${api}/2018-06-01/runtime`;

const problem = (error) => ({ errorType: error.name, errorMessage: error.message });
/** Milliseconds of processor time since the process began, all threads: what neighbours on the machine change little. */
const used = () => Object.values(process.cpuUsage()).reduce((sum, one) => sum + one, 0) / 1_000;
const headers = () => ({ 'x-processor-milliseconds': String(used()) });
const post = (path, body) =>
  fetch(`${base}/${path}`, { method: 'POST', headers: headers(), body: JSON.stringify(body ?? null) });

function load() {
  const [file, name] = named.split('.');
  return require(join(root, file))[name];
}

async function one(handler) {
  const next = await fetch(`${base}/invocation/next`, { headers: headers() });
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = {
    awsRequestId: id,
    functionName: 'the-function',
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await post(`invocation/${id}/response`, await handler(await next.json(), context));
  } catch (error) {
    await post(`invocation/${id}/error`, problem(error));
  }
}

async function run() {
  let handler;
  try {
    handler = load();
  } catch (error) {
    await post('init/error', problem(error));
    process.exit(1);
  }
  for (;;) await one(handler);
}

run();
