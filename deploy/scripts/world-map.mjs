#!/usr/bin/env node
// Makes services/Portal/Map/world.txt, the world map of the first page, from Natural Earth as the npm package world-atlas packs it.
// Usage: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && node deploy/scripts/world-map.mjs package
// Each line: ISO code, tab, SVG path (a shape) or "x y" (a state too small to see). "-" stands for land without a code.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WIDTH = 1400; // units of the drawing: whole numbers are fine enough at this width
const TOLERANCE = 0.9; // a point that lies closer to its neighbours' line is left out
const SMALLEST_RING = 5; // square units
const SMALLEST_STATE = 26; // square units: below it a state is a dot
const SOUTH = -57; // Antarctica has no news
const MIDDLE = 11.5; // degrees east: the edge of the map then runs through the Bering Strait and cuts no country

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = process.argv[2] ?? "package";
const rows = readFileSync(join(root, "shared/Taxonomy/Data/countries.tsv"), "utf8").split("\n").filter(line => !line.startsWith("#"));
const head = rows[0].split("\t");
const codes = new Map(rows.slice(1).filter(Boolean).map(line => line.split("\t")).map(cells => [cells[head.indexOf("m49")], cells[head.indexOf("code")]]));
const code = shape => (shape.properties.name === "Kosovo" ? "XK" : codes.get(shape.id));

// Equal Earth (Šavrič, Patterson, Jenny 2018): areas are true, shapes are familiar.
const [A1, A2, A3, A4, M] = [1.340264, -0.081106, 0.000893, 0.003796, Math.sqrt(3) / 2];
const raw = ([longitude, latitude]) => {
  const [l, t] = [(longitude * Math.PI) / 180, Math.asin(M * Math.sin((Math.max(latitude, SOUTH) * Math.PI) / 180))];
  const [t2, t6] = [t * t, t ** 6];
  return [(l * Math.cos(t)) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))), -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))];
};
const [west, north, south] = [raw([-180, 0])[0], raw([0, 84])[1], raw([0, SOUTH])[1]];
const scale = WIDTH / (-2 * west);
const turned = longitude => ((longitude - MIDDLE + 540) % 360) - 180;
const project = ([longitude, latitude]) => { const [x, y] = raw([turned(longitude), latitude]); return [(x - west) * scale, (y - north) * scale]; };
const height = Math.ceil((south - north) * scale);

function distance([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

// Douglas and Peucker, on whole borders, so that neighbours still meet.
function simplify(points) {
  if (points.length < 3) return points;
  let [far, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const d = distance(points[i], points[0], points.at(-1));
    if (d > far) [far, at] = [d, i];
  }
  return far <= TOLERANCE ? [points[0], points.at(-1)] : [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function read(file, shrink) {
  const { arcs, transform, objects } = JSON.parse(readFileSync(join(folder, file)));
  const borders = arcs.map(arc => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx, dy]) => project([(x += dx) * transform.scale[0] + transform.translate[0], (y += dy) * transform.scale[1] + transform.translate[1]]));
    return shrink ? simplify(points) : points;
  });
  const ring = parts => parts.flatMap(part => (part < 0 ? [...borders[~part]].reverse() : borders[part]).slice(1));
  return objects.countries.geometries.map(shape => ({
    ...shape, rings: (shape.type === "Polygon" ? [shape.arcs] : shape.arcs ?? []).flatMap(polygon => polygon.map(ring)),
  }));
}

const area = ring => Math.abs(ring.reduce((sum, [x, y], i) => sum + ring.at(i - 1)[0] * y - x * ring.at(i - 1)[1], 0)) / 2;
const total = shape => shape.rings.reduce((sum, ring) => sum + area(ring), 0);
const biggest = shape => shape.rings.reduce((a, b) => (area(a) > area(b) ? a : b));

function path(ring) {
  const points = ring.map(point => point.map(Math.round)).filter((p, i, all) => p[0] !== all.at(i - 1)[0] || p[1] !== all.at(i - 1)[1]);
  if (points.length < 3) return "";
  const steps = points.slice(1).map(([x, y], i) => `${x - points[i][0]} ${y - points[i][1]}`).join(" ").replaceAll(" -", "-");
  return `M${points[0].join(" ")}l${steps}z`;
}

const lines = [`#\t${WIDTH} ${height}`];
const drawn = new Set();
for (const shape of read("countries-110m.json", true).filter(shape => shape.properties.name !== "Antarctica")) {
  const own = code(shape) ?? "-";
  const d = shape.rings.filter(ring => area(ring) >= SMALLEST_RING).map(path).join("");
  if (d && (own === "-" || total(shape) >= SMALLEST_STATE)) {
    lines.push(`${own}\t${d}`);
    drawn.add(own);
  }
}
for (const shape of read("countries-50m.json", false).filter(shape => code(shape) && !drawn.has(code(shape)) && shape.rings.length > 0)) {
  const ring = biggest(shape);
  const middle = [0, 1].map(axis => Math.round(ring.reduce((sum, point) => sum + point[axis], 0) / ring.length));
  if (middle[1] < height) lines.push(`${code(shape)}\t${middle.join(" ")}`);
}
// Drawn with their mother countries, or too small even for 1:50m: longitude and latitude.
const apart = {
  BQ: [-68.3, 12.2], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53, 4], GI: [-5.35, 36.1], GP: [-61.6, 16.3], MQ: [-61, 14.6],
  RE: [55.5, -21.1], SJ: [15.6, 78.2], TK: [-171.8, -9.2], TV: [179.2, -8.5], YT: [45.2, -12.8],
};
for (const [own, place] of Object.entries(apart)) lines.push(`${own}\t${project(place).map(Math.round).join(" ")}`);
const target = join(root, "services/Portal/Map/world.txt");
writeFileSync(target, lines.join("\n") + "\n");
console.log(`${lines.length - 1} shapes, ${lines.join("\n").length} bytes: ${target}`);
