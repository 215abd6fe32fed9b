// Copies what stands in the element that a button names.
document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    const text = document.getElementById(button.dataset.copy).textContent;
    const before = button.textContent;
    try {
        await navigator.clipboard.writeText(text);
        button.textContent = button.dataset.copied;
    } catch {
        // Without the clipboard the text is selected, so that a key copies it.
        getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
        return;
    }
    setTimeout(() => { button.textContent = before; }, 2000);
});
