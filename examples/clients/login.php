<?php
// Checks a player's login through a gateway, with nothing but PHP's own functions.
// MSDK_BASE_URL, MSDK_APP_ID and MSDK_APP_KEY name the gateway and the app.

function call(string $path, string $openid, array $body): array
{
    $timestamp = (string) time();
    $query = http_build_query([
        'timestamp' => $timestamp,
        'appid' => getenv('MSDK_APP_ID'),
        'sig' => md5(getenv('MSDK_APP_KEY') . $timestamp),
        'openid' => $openid,
        'encode' => '1',
    ]);
    $options = ['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => json_encode($body),
        'timeout' => 5,
    ]];
    $answer = file_get_contents(getenv('MSDK_BASE_URL') . $path . '?' . $query, false, stream_context_create($options));
    return json_decode($answer, true);
}

$openid = 'A3284A812ECA15269F85AE1C2D94EB37';
$answer = call('/auth/verify_login/', $openid, [
    'appid' => (int) getenv('MSDK_APP_ID'),
    'openid' => $openid,
    'openkey' => '933FE8C9AB9C585D7EABD04373B7155F',
    'userip' => '127.0.0.1',
]);
echo 'php: ', $answer['ret'] === 0 ? 'let in' : 'refused: ' . $answer['msg'], "\n";
exit($answer['ret'] === 0 ? 0 : 1);
