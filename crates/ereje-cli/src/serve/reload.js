// Loads the page anew once something else was generated. Where a mistake keeps that from happening, or the preview
// has ended, it says so over the page, which stays as it is.
"use strict";
{
  const { run, failed } = document.currentScript.dataset;
  const MISTAKE = "A text has a mistake, which the terminal tells. This is the page as it was before.";
  const ENDED = "The preview has ended: this page does not change any more.";
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const bar = document.createElement("p");
  bar.setAttribute("role", "status");
  Object.assign(bar.style, {
    position: "fixed", insetInline: "0", bottom: "0", zIndex: "2147483647", margin: "0", padding: "0.75em 1em",
    font: "16px/1.4 system-ui, sans-serif", textAlign: "center", color: "#fff", background: "#8a1c1c",
  });
  bar.lang = "en";
  bar.dir = "ltr";
  bar.hidden = true;
  const say = (words) => {
    bar.hidden = !words;
    bar.textContent = words;
  };
  const watch = async () => {
    document.body.append(bar);
    say(failed === "true" ? MISTAKE : "");
    for (let seen = Number(run); ; ) {
      // A browser asks a host for a few things at once; pages that nobody sees can wait.
      while (document.hidden) await new Promise((done) => addEventListener("visibilitychange", done, { once: true }));
      try {
        const answer = await fetch(`/.ereje/preview?after=${seen}`);
        const now = await answer.json();
        if (now.run !== seen && !now.failed) return location.reload();
        seen = now.run;
        say(now.failed ? MISTAKE : "");
      } catch {
        say(ENDED);
        await pause(1000);
      }
    }
  };
  watch();
}
