// Loaded into every build command (run-node.mjs): when whoever started it is gone, killed or not, it ends too.
// Else it would go on writing into a folder that the next start has begun to build anew.
// Its own workers load this as well, and are left alone: unreferenced, their channel would let them end at once.
if (process.ppid === Number(process.env.RELAIS_BUILDS)) {
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
}
