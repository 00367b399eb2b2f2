/** Twice and a half what the widget shows, for dense screens: it travels with every page that carries the chat. */
const SIDE = 96;
/** As the server takes it. */
const LONGEST = 48_000;

/** An image file as a small square data address, its middle kept. Rejects what is no image. */
export async function drawLogo(file: Blob): Promise<string> {
  const image = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const side = Math.min(image.width, image.height);
  canvas.getContext('2d')?.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  image.close();
  const png = canvas.toDataURL('image/png');
  return png.length <= LONGEST ? png : canvas.toDataURL('image/jpeg', 0.85);
}
