import { type CatalogueEntry, error, warning } from '../scenario/catalogueEntry.ts'

/** What the checker says of a city's files. Codes below CT010 keep a file from being taken at all. */
export const CITY_CATALOGUE = {
  CT001: error(
    ['不是能读的 JSON', 'No JSON that can be read'],
    [
      '文件读不下去，里面的内容都没有检查。常见原因是文件没有传完，或者导出成了别的格式。',
      'Nothing in it could be checked. Most often the file was cut short, or exported in another format.',
    ],
    [
      '在地图软件里重新导出为 GeoJSON（UTF-8）。',
      'Export it from the mapping program again, as GeoJSON in UTF-8.',
    ],
  ),
  CT002: error(
    ['太大', 'Too large'],
    [
      '城市文件是外来文件，大小、层数、要素数和坐标数都有上限，免得拖垮程序。',
      "A city's files are untrusted: size, depth, features and coordinates are bounded, so that they can't stall the program.",
    ],
    [
      '只留辖区范围，去掉建筑轮廓一类的细节，把线条简化后再导出。',
      'Keep only the area that you need, leave out details such as building outlines, simplify lines, and export again.',
    ],
  ),
  CT003: error(
    ['不是 GeoJSON 要素集', 'No GeoJSON feature collection'],
    [
      '程序只认 FeatureCollection：里面是一条一条的 Feature，各有 properties 和 geometry。',
      'Only a FeatureCollection is understood: Features, each with properties and a geometry.',
    ],
    ['导出时选 GeoJSON 的要素集格式。', 'Choose a GeoJSON feature collection when exporting.'],
  ),
  CT004: error(
    ['坐标不对', 'Bad coordinates'],
    [
      '坐标是经度、纬度，单位为度。超出范围的多半是投影坐标，或者经纬度颠倒了。',
      'Coordinates are longitude and latitude in degrees. Others are mostly projected ones, or the two are swapped.',
    ],
    [
      '导出时选 WGS 84（EPSG:4326），经度在前，纬度在后。',
      'Export as WGS 84 (EPSG:4326), longitude first, latitude second.',
    ],
  ),
  CT005: error(
    ['图形不对', 'Bad geometry'],
    [
      '道路要是线，地点和站点要是点，区域要是首尾相接的面；别的图形画不出来，也走不通。',
      "Roads must be lines, places and stations points, areas closed rings; anything else can't be drawn or driven.",
    ],
    [
      '在地图软件里改好这个要素，或者删掉它。',
      'Mend or delete this feature in the mapping program.',
    ],
  ),
  CT006: error(
    ['不合格式', "Doesn't fit the format"],
    [
      '字段缺少、多余、类型不对或超出范围。',
      'A field is missing, unknown, of the wrong type or out of range.',
    ],
    ['按提示改这个字段，或者删掉它。', 'Change this field as the message says, or remove it.'],
  ),
  CT007: error(
    ['名称里有不该有的字符', 'Signs in a name that no name has'],
    [
      '尖括号和看不见的控制字符不会出现在地名里，却会骗人或者夹带网页代码。',
      'Angle brackets and unseen control signs stand in no name, but can mislead or smuggle markup.',
    ],
    ['改成普通文字。', 'Write it in plain letters.'],
  ),
  CT010: error(
    ['缺名称', 'Name missing'],
    [
      '每个地点、道路、区域都要有中文和英文名：学员可能用任一种语言。',
      'Every place, road and area needs a Chinese and an English name: trainees may use either language.',
    ],
    ['补上缺的名称。', 'Write the name that is missing.'],
  ),
  CT011: error(
    ['编号重复', 'Id used twice'],
    [
      '脚本按编号指地点和单位，两个同号就分不清了。地点和站点共用一套编号。',
      'Scenarios name places and units by id; two of the same cannot be told apart. Places and stations share their ids.',
    ],
    ['改掉其中一个的编号。', 'Give one of them another id.'],
  ),
  CT012: warning(
    ['名称重复', 'Name used twice'],
    [
      '报警人说出这个名字，学员搜到两处，分不清是哪一处。故意设的陷阱另当别论。',
      "A caller says it, and the trainee finds two: they can't be told apart. Fine only as a trap on purpose.",
    ],
    ['加上路名、门牌或方位。', 'Add the road, the number or the side.'],
  ),
  CT013: error(
    ['类别不认识', 'Unknown kind'],
    [
      '地图按类别画符号，搜索按类别排序，所以类别是固定的一张表。',
      'The map has a sign for each kind and searching ranks by it, so kinds are a closed list.',
    ],
    ['从列表里选一个最接近的类别。', 'Choose the nearest kind of the list.'],
  ),
  CT014: error(
    ['指向不存在的区或路', 'A district or road that is not there'],
    [
      '地点写的区或路在这座城市里没有，警情单和搜索就没法显示它在哪。',
      'The place names a district or road that the city lacks, so neither record nor search can say where it is.',
    ],
    ['选地图上有的区和路。', 'Choose a district and road that the map has.'],
  ),
  CT015: error(
    ['编号不合格式', 'An id out of form'],
    [
      '编号是小写字母、数字和连字符，字母开头，最多 40 个：脚本要在文字里写它。',
      'Ids are lower case letters, digits and hyphens, a letter first, 40 at most: scenarios write them in text.',
    ],
    ['换一个，例如 renmin-road。', 'Write another, such as renmin-road.'],
  ),
  CT020: error(
    ['路网断开', 'Roads in islands'],
    [
      '车辆只沿路走。和其余路网不相连的路上，谁也到不了，谁也出不来。',
      'Units drive along roads. Nobody gets to or from roads that are not joined to the rest.',
    ],
    [
      '让道路在路口共用一个坐标点；地图软件里打开“捕捉”再接上。',
      'Let roads share a coordinate where they meet; in the mapping program, join them with snapping on.',
    ],
  ),
  CT021: warning(
    ['路端没有接上', 'A road that almost meets another'],
    [
      '路的一端离另一条路只有几米，却没有共用坐标点：看上去通，车却过不去。',
      "A road's end lies a few metres from another road without sharing a coordinate: it looks joined, but units can't pass.",
    ],
    [
      '把路端拖到那条路上，共用一个坐标点。',
      'Draw the end onto the other road, at a shared coordinate.',
    ],
  ),
  CT023: warning(
    ['地点离路太远', 'Far from any road'],
    [
      '车辆只能开到路边，剩下的要步行：到场时间会很长，多半是点错了地方。',
      'Units drive to the roadside and walk the rest: it takes very long, and the place is probably misplaced.',
    ],
    [
      '把地点移到路边，或者补上通往它的路。',
      'Move the place to the roadside, or add the road that leads to it.',
    ],
  ),
  CT024: warning(
    ['不在它写的那条路上', 'Not on the road that it names'],
    [
      '学员按“路＋地点”找，地图上却在别处。',
      'Trainees look for road and place together, and find it elsewhere on the map.',
    ],
    ['改写路名，或者把地点移过去。', 'Name another road, or move the place.'],
  ),
  CT025: error(
    ['在图外', 'Outside the map'],
    [
      '图外的东西看不见、点不到，也派不了车。',
      "What lies outside the map can't be seen, clicked or driven to.",
    ],
    ['移进图里，或者删掉。', 'Move it inside, or delete it.'],
  ),
  CT026: error(
    ['站点开不出车', 'A station that no road reaches'],
    [
      '单位从站点出发。站点离路太远，每次出警都要先走一大段没有路的地方。',
      'Units start from their station. Too far from any road, every drive begins with a long way across country.',
    ],
    ['把站点移到路边 200 米以内。', 'Move the station to within 200 m of a road.'],
  ),
  CT027: warning(
    ['区域相互重叠', 'Districts that overlap'],
    [
      '重叠的地方属于哪个区说不清，归口和出警单位就会弄错。',
      'Nobody can say which district the overlap belongs to, so owner and unit may come out wrong.',
    ],
    ['让相邻的区共用同一条边界。', 'Let neighbouring districts share one border.'],
  ),
  CT028: error(
    ['区域边界自己交叉', 'An area whose border crosses itself'],
    [
      '交叉的边界分不出里外，地点在不在区里算不准。',
      "A crossing border has no clear inside, so whether a place lies in it can't be told.",
    ],
    ['在地图软件里理顺边界。', 'Untangle the border in the mapping program.'],
  ),
  CT029: warning(
    ['不在它写的那个区里', 'Not in the district that it names'],
    ['警情单上的区和地图上的区不一致。', 'The district of the record and that of the map differ.'],
    ['改写区名，或者把地点移过去。', 'Name another district, or move the place.'],
  ),
  CT030: warning(
    ['没有可派的单位', 'No unit to send'],
    [
      '城市里没有一辆可派的车，要派警的脚本都演不了。',
      'There is no unit in the city, so no scenario that needs one can be played.',
    ],
    ['在站点上加单位。', 'Add units to a station.'],
  ),
  CT031: warning(
    ['导入时补上的内容', 'Filled in while importing'],
    [
      '文件里没有，程序按常见值补的；请核对。',
      'The file did not say, so usual values were put in; look them over.',
    ],
    [
      '不合适的，改好文件再导入一次，或者在地图上改。',
      'Where they do not fit, mend the file and import it again, or change them on the map.',
    ],
  ),
  CT032: warning(
    ['导入时略去的内容', 'Left out while importing'],
    [
      '程序用不上，没有带进来；原文件没有改动。',
      'The program has no use for it, so it was not taken; the file itself is unchanged.',
    ],
    [
      '需要的话，改成程序认识的类别再导入一次。',
      'If you need it, give it a kind that the program knows and import it again.',
    ],
  ),
} as const satisfies Readonly<Record<string, CatalogueEntry>>

export type CityCode = keyof typeof CITY_CATALOGUE

/** The entry of a code; undefined for a code that doesn't exist. */
export function explainedCity(code: string): CatalogueEntry | undefined {
  const table: Readonly<Record<string, CatalogueEntry>> = CITY_CATALOGUE
  return Object.hasOwn(table, code) ? table[code] : undefined
}
