/** Sends a command to the process that has the application inside, and waits for its answer. */
export function askInside(child, command, input = {}) {
  return new Promise((resolve, reject) => {
    const onExit = () => settle(() => reject(new Error(`it ended during ${command}`)));
    const onMessage = ({ value, error }) =>
      settle(() => (error === undefined ? resolve(value) : reject(new Error(error))));
    const settle = (outcome) => {
      child.off('exit', onExit).off('message', onMessage);
      outcome();
    };
    child.on('exit', onExit).on('message', onMessage);
    child.send({ command, input });
  });
}
