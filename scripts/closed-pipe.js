/** Whoever reads what a program writes may have enough of it (`| head`): the program does the rest of its work, and says no more. */

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
