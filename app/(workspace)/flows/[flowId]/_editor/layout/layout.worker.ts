// ELK's own program for a worker: it answers the messages of `elk-api` by itself.
import 'elkjs/lib/elk-worker.min.js';
