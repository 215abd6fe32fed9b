//! A server that answers from memory, on connections that stay open.

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::answers::{FRIENDS, body};

pub(crate) async fn serve() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    println!("{}", listener.local_addr().expect("an address"));
    let answers = [whole(&body(0)), whole(&body(FRIENDS))];
    loop {
        let Ok((socket, _)) = listener.accept().await else { continue };
        let answers = answers.clone();
        tokio::spawn(async move { answer(socket, &answers).await });
    }
}

fn whole(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

async fn answer(mut socket: TcpStream, answers: &[String; 2]) {
    let [small, friends] = answers;
    let mut request = Vec::new();
    while let Ok(1..) = socket.read_buf(&mut request).await {
        if !is_whole(&request) {
            continue;
        }
        let answer = if request.windows(8).any(|part| part == b"\"flag\":2") { friends } else { small };
        request.clear();
        if socket.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0)
}
