/**
 * Write a line to the log of the run, where one that starts with two colons is a command.
 *
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
