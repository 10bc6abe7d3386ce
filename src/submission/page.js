(function () {
  'use strict';
  var page = document.body.dataset;
  var boxes = Array.prototype.slice.call(document.querySelectorAll('input[type=checkbox]'));
  function kept(box) {
    try { return localStorage.getItem(page.key + box.value) === '1'; } catch (denied) { return false; }
  }
  function keep(box) {
    try { localStorage.setItem(page.key + box.value, box.checked ? '1' : '0'); } catch (denied) { /* ticks last as long as the page */ }
  }
  function show() {
    var done = 0;
    boxes.forEach(function (box) {
      if (box.checked) { done += 1; }
      box.closest('article').classList.toggle('done', box.checked);
    });
    document.getElementById('count').textContent = done + ' / ' + boxes.length;
  }
  boxes.forEach(function (box) {
    box.checked = kept(box);
    box.addEventListener('change', function () { keep(box); show(); });
  });
  function oldWay(text) {
    var area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).then(function () { return true; }, function () { return oldWay(text); });
    }
    return Promise.resolve(oldWay(text));
  }
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button[data-copies]');
    if (!button) { return; }
    var text = document.getElementById(button.dataset.copies).textContent;
    copy(text).then(function (copied) {
      var word = button.textContent;
      button.textContent = copied ? page.copied : page.failed;
      setTimeout(function () { button.textContent = word; }, 1500);
    });
  });
  show();
}());
