// The preview reloads when the board was rebuilt; it stays where the reader was.
new EventSource("/_bacheca/events").onmessage = () => location.reload();
