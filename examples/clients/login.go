// Checks a player's login through a gateway, with nothing but Go's standard library.
// MSDK_BASE_URL, MSDK_APP_ID and MSDK_APP_KEY name the gateway and the app.
package main

import (
	"bytes"
	"crypto/md5"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"
)

type answer struct {
	Ret int    `json:"ret"`
	Msg string `json:"msg"`
}

func call(path, openid string, body any) (answer, error) {
	var read answer
	timestamp := strconv.FormatInt(time.Now().Unix(), 10)
	sig := md5.Sum([]byte(os.Getenv("MSDK_APP_KEY") + timestamp))
	query := url.Values{
		"timestamp": {timestamp},
		"appid":     {os.Getenv("MSDK_APP_ID")},
		"sig":       {fmt.Sprintf("%x", sig)},
		"openid":    {openid},
		"encode":    {"1"},
	}
	sent, err := json.Marshal(body)
	if err != nil {
		return read, err
	}
	client := http.Client{Timeout: 5 * time.Second}
	address := os.Getenv("MSDK_BASE_URL") + path + "?" + query.Encode()
	response, err := client.Post(address, "application/x-www-form-urlencoded", bytes.NewReader(sent))
	if err != nil {
		return read, err
	}
	defer response.Body.Close()
	return read, json.NewDecoder(response.Body).Decode(&read)
}

func main() {
	openid := "A3284A812ECA15269F85AE1C2D94EB37"
	appID, _ := strconv.Atoi(os.Getenv("MSDK_APP_ID"))
	read, err := call("/auth/verify_login/", openid, map[string]any{
		"appid": appID, "openid": openid, "openkey": "933FE8C9AB9C585D7EABD04373B7155F", "userip": "127.0.0.1",
	})
	switch {
	case err != nil:
		fmt.Println("go: no answer:", err)
		os.Exit(1)
	case read.Ret != 0:
		fmt.Println("go: refused:", read.Msg)
		os.Exit(1)
	}
	fmt.Println("go: let in")
}
