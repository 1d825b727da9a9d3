// Reads a question with its answers aloud, where the device can. Without this script the page lacks nothing else.
if ("speechSynthesis" in window) {
  for (const question of document.querySelectorAll(".survey-question")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second survey-speak";
    button.textContent = "Dengarkan";
    button.setAttribute("aria-label", "Dengarkan " + question.querySelector("legend").textContent.trim());
    button.addEventListener("click", () => {
      const texts = [...question.querySelectorAll("legend, .survey-explains, .survey-answer span")];
      const said = new SpeechSynthesisUtterance(texts.map((one) => one.textContent.trim()).join(". "));
      said.lang = "id-ID";
      said.rate = 0.9;
      speechSynthesis.cancel();
      speechSynthesis.speak(said);
    });
    question.append(button);
  }
}
