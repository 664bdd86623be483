/** Where work is kept, and what may happen to it. */
export const zh = {
  keeping: {
    title: '存在哪里',
    full: '浏览器的存储空间满了。先把草稿导出，再清出一些空间。',
    closed: '存储被另一个更新的页面占用了。请刷新这一页。',
    denied: '浏览器不给这个页面存储空间（可能是无痕模式），关掉就没了。请先导出。',
    noRoom: '空间满了，还没存上',
    here: '这个浏览器里',
    safe: '浏览器已答应不自行清除。',
    safeAbout: '每次改动当场存下；关掉标签页、死机，最多丢一秒。',
    danger: {
      denied: '浏览器不给存储，关掉页面就没了。',
      full: '存储空间快满了。',
      clearable: '浏览器空间紧张时，可能自行清掉这里的草稿。',
    },
    todo: {
      denied: '请离开无痕模式再写；已写的现在就导出。',
      full: '先把草稿导出留底，再在浏览器里清出空间，否则新的改动会存不上。',
      clearable: '请浏览器保留，或随时导出留底；打开草稿后还可以同步到磁盘文件夹。',
    },
    short: { denied: '没有存储', full: '空间快满', clearable: '可能被清' },
    used: '已用 {{used}}，还可用约 {{free}}。',
    keep: '请浏览器保留',
    keptNow: '浏览器已答应：不会自行清除这里的草稿。',
    refused:
      '浏览器这次没有答应。把本站加入收藏或安装成应用以后再试；在那之前，请同步到磁盘文件夹或导出留底。',
    notSaved: '最近的改动还没存上：{{why}} 改动还在这一页里，正在重试；先别关。',
    onDisk: '磁盘文件夹',
    mark: {
      asks: '磁盘待允许',
      writing: '正写磁盘…',
      written: '磁盘已同步',
      differs: '磁盘上被改过',
      failed: '磁盘没写成',
    },
    disk: {
      absent: '这个浏览器不能直接写磁盘。',
      off: '还没有选文件夹。',
      asks: '浏览器要你再允许一次，才能写“{{folder}}”。',
      writing: '正在写“{{folder}}”…',
      written: '已同步到“{{folder}}”。',
      differs: '“{{folder}}”里的 {{path}} 被别的程序改过。',
      failed: '没写进“{{folder}}”：{{why}}',
    },
    diskAbout: {
      absent:
        '要用新版 Chrome、Edge，并从 https 或本机地址打开。现在请用下面的导出，每天留一份底。',
      off: '选一次文件夹，以后每次改动一秒内写进去，浏览器数据被清也不怕。每份草稿一个子文件夹，文件可以用任何编辑器看。',
      asks: '浏览器重新打开后都会问一次。允许后，这段时间的改动马上补写。',
      writing: '每次改动一秒内写完。',
      written: '每次改动一秒内写完；别的程序改了那里的文件，会先问你。',
      differs: '没有覆盖它。读入它（现在的内容先存成一版，可以撤销），或用这里的覆盖它。',
      failed: '浏览器里的那份是好的。查一下文件夹还在不在、磁盘满没满，再试。',
    },
    choose: '选文件夹…',
    chooseOther: '换文件夹…',
    allow: '允许写入',
    takeTheirs: '读入磁盘上的',
    keepOurs: '用这里的覆盖',
    again: '再试一次',
    stop: '不再写磁盘',
    diskFailed: '磁盘没写成：{{why}}',
    notTaken: '没有读入：{{why}}',
    asFile: '导出成文件',
    asFileAbout: 'zip 里有脚本、测试计划、译文和录音，可以拷走、发给同事，再在脚本架上导入。',
    asFileCity:
      'GeoJSON 里是整座城市，可以拷走、再导入，也能用地图软件打开；在这里演的脚本导出时会带上它。',
    exportThis: '导出这一份',
    exportAll: '全部导出',
    notExported: '没有导出：{{why}}',
    exportedOlder: '导出的是最后存下的内容，最近的改动还没存上：{{why}}',
  },
}

export const en: typeof zh = {
  keeping: {
    title: 'Where it is kept',
    full: "The browser's storage is full. Export the drafts first, then make room.",
    closed: 'The storage was taken by a newer page of ours. Reload this one.',
    denied:
      'The browser gives this page no storage (a private window, perhaps): it is gone when closed. Export first.',
    noRoom: 'No room: not saved yet',
    here: 'In this browser',
    safe: 'The browser has promised not to clear it by itself.',
    safeAbout:
      'Every change is stored as it is made; a closed tab or a crash costs a second at most.',
    danger: {
      denied: 'The browser gives no storage: all is gone when the page is closed.',
      full: 'The storage is nearly full.',
      clearable: 'When short of space, the browser may clear the drafts kept here.',
    },
    todo: {
      denied: 'Leave the private window to write; export what is written now.',
      full: 'Export the drafts first, then make room in the browser, or new changes will not be saved.',
      clearable: 'Ask it to keep them, export now and then, or choose a folder in a draft.',
    },
    short: { denied: 'no storage', full: 'nearly full', clearable: 'may be cleared' },
    used: '{{used}} used, about {{free}} free.',
    keep: 'Ask to keep them',
    keptNow: 'The browser has promised not to clear the drafts by itself.',
    refused:
      'The browser did not promise it this time. Bookmark this site or install it as an app, then try again; until then write to a folder on the disk, or export.',
    notSaved:
      'The last changes are not saved yet: {{why}} They are still in this page, and it keeps trying; do not close it.',
    onDisk: 'A folder on the disk',
    mark: {
      asks: 'disk needs permission',
      writing: 'writing to disk…',
      written: 'also on disk',
      differs: 'changed on disk',
      failed: 'not on disk',
    },
    disk: {
      absent: "This browser can't write to the disk.",
      off: 'No folder chosen yet.',
      asks: "The browser needs your permission again to write to '{{folder}}'.",
      writing: "Writing to '{{folder}}'…",
      written: "Also in '{{folder}}'.",
      differs: "{{path}} in '{{folder}}' was changed by another program.",
      failed: "Not written to '{{folder}}': {{why}}",
    },
    diskAbout: {
      absent:
        'It takes a recent Chrome or Edge, at https or this computer’s own address. Until then export below, once a day.',
      off: 'Choose a folder once: each change is written there within a second, and survives whatever the browser clears. Every draft has a folder of its own, readable in any editor.',
      asks: 'It asks once each time it is opened anew. What has changed meanwhile is written at once.',
      writing: 'Each change is written within a second.',
      written:
        'Each change is written within a second; if another program changes a file there, you are asked first.',
      differs:
        'It was not written over. Take it in (what stands now is kept as a version, and it can be undone), or write over it.',
      failed:
        'The copy in the browser is sound. See whether the folder is still there and the disk has room, then try again.',
    },
    choose: 'Choose a folder…',
    chooseOther: 'Another folder…',
    allow: 'Allow writing',
    takeTheirs: 'Take it in',
    keepOurs: 'Write over it',
    again: 'Try again',
    stop: 'Stop writing to disk',
    diskFailed: 'Not written to the disk: {{why}}',
    notTaken: 'Not taken in: {{why}}',
    asFile: 'Export as a file',
    asFileAbout:
      'A zip with the scenario, its test plans, translations and recordings: to carry away, send on, and import on the shelf.',
    asFileCity:
      'GeoJSON with the whole city: to carry away, import again, or open in mapping programs. Scenarios that play in it take it along when they are exported.',
    exportThis: 'Export this one',
    exportAll: 'Export all',
    notExported: 'Not exported: {{why}}',
    exportedOlder: 'What was saved last is exported; the newest changes are not saved yet: {{why}}',
  },
}
