// The least a server can do with a message: read its JSON, answer with JSON.
import { createServer } from 'node:http';

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    response.writeHead(request.method === 'POST' ? 202 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: body.id, seq: 1, at: Date.now() }));
  });
}).listen(Number(process.env.PORT), 'localhost');
