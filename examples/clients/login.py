"""Checks a player's login through a gateway, with nothing but Python's standard library.

MSDK_BASE_URL, MSDK_APP_ID and MSDK_APP_KEY name the gateway and the app.
"""

import hashlib
import json
import os
import sys
import time
import urllib.parse
import urllib.request


def call(path, openid, body):
    app_id, app_key = os.environ["MSDK_APP_ID"], os.environ["MSDK_APP_KEY"]
    timestamp = str(int(time.time()))
    query = {
        "timestamp": timestamp,
        "appid": app_id,
        "sig": hashlib.md5((app_key + timestamp).encode()).hexdigest(),
        "openid": openid,
        "encode": "1",
    }
    url = os.environ["MSDK_BASE_URL"] + path + "?" + urllib.parse.urlencode(query)
    request = urllib.request.Request(url, data=json.dumps(body).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.load(answer)


def main():
    openid, openkey = "A3284A812ECA15269F85AE1C2D94EB37", "933FE8C9AB9C585D7EABD04373B7155F"
    body = {"appid": int(os.environ["MSDK_APP_ID"]), "openid": openid, "openkey": openkey, "userip": "127.0.0.1"}
    answer = call("/auth/verify_login/", openid, body)
    print("python:", "let in" if answer["ret"] == 0 else f"refused: {answer['msg']}")
    return answer["ret"] != 0


if __name__ == "__main__":
    sys.exit(main())
