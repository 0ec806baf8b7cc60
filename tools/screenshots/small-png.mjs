/* global atob, Blob, btoa, createImageBitmap, OffscreenCanvas -- of the browser that reads the pixels */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const PALETTE = 256;

/**
 * Turns a picture of a page into one of at most 256 colours, a quarter of its size. The browser reads the pixels, on a blank
 * page whose policy nobody else needs.
 *
 * @param {import('playwright-core').Page} blank
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
export async function smallPng(blank, png) {
  const picture = await blank.evaluate(readIndexed, [png.toString('base64'), PALETTE]);
  const { width, height, colours, indexes } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits per pixel, each the number of a colour.
  header.set([8, 3, 0, 0, 0], 8);
  const pixels = Buffer.from(indexes, 'base64');
  const lines = Buffer.alloc((width + 1) * height);
  for (let line = 0; line < height; line += 1) {
    pixels.copy(lines, line * (width + 1) + 1, line * width, (line + 1) * width);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** Runs in the browser: the most frequent colours, and for each pixel the nearest of them. */
async function readIndexed([base64, most]) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(width * height);
  const counts = new Map();
  for (let place = 0; place < pixels.length; place += 1) {
    const rgb = (data[place * 4] << 16) | (data[place * 4 + 1] << 8) | data[place * 4 + 2];
    pixels[place] = rgb;
    counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
  }
  const frequent = [...counts].sort((one, other) => other[1] - one[1]);
  const colours = frequent.slice(0, most).map(([rgb]) => rgb);
  const known = new Map(colours.map((rgb, index) => [rgb, index]));
  const distance = (one, other) =>
    [16, 8, 0].reduce((sum, shift) => {
      const step = ((one >> shift) & 255) - ((other >> shift) & 255);
      return sum + step * step;
    }, 0);
  const nearest = (rgb) => {
    let best = 0;
    for (let index = 1; index < colours.length; index += 1) {
      if (distance(rgb, colours[index]) < distance(rgb, colours[best])) best = index;
    }
    known.set(rgb, best);
    return best;
  };
  let text = '';
  for (const rgb of pixels) text += String.fromCharCode(known.get(rgb) ?? nearest(rgb));
  return { width, height, colours, indexes: btoa(text) };
}
