// Calls a gateway with a client that is generated: openapi-typescript made the types from what `msdk openapi` prints, and
// openapi-fetch calls by them. MSDK_BASE_URL, MSDK_APP_ID and MSDK_APP_KEY name the gateway and the app.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./msdk.js";

type Friend = components["schemas"]["QqfriendsDetailReplyLists"];

const openid = "A3284A812ECA15269F85AE1C2D94EB37";
const token = "933FE8C9AB9C585D7EABD04373B7155F";

function setting(name: string): string {
    const value = process.env[name];
    assert(value, `${name} is not set`);
    return value;
}

const appId = setting("MSDK_APP_ID");
const appKey = setting("MSDK_APP_KEY");

// The document can say where the signature goes, but not how it is computed: the MD5 of the key and the timestamp.
const sign: Middleware = {
    onRequest({ request }) {
        const url = new URL(request.url);
        const timestamp = url.searchParams.get("timestamp") ?? "";
        url.searchParams.set("sig", createHash("md5").update(appKey + timestamp).digest("hex"));
        return new Request(url, request);
    },
};

const client = createClient<paths>({
    baseUrl: setting("MSDK_BASE_URL"),
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(5000) }),
});
client.use(sign);

function query() {
    return { timestamp: Math.floor(Date.now() / 1000), appid: appId, openid, encode: "1" } as const;
}

// Whether an answer is a success, whose other fields mean something.
function isSuccess<Answer extends { ret: number }>(answer: Answer): answer is Extract<Answer, { ret: 0 }> {
    return answer.ret === 0;
}

async function logIn(openkey: string) {
    const body = { appid: Number(appId), openid, openkey, userip: "127.0.0.1" };
    const { data } = await client.POST("/auth/verify_login/", { params: { query: query() }, body });
    assert(data, "an answer has HTTP status 200");
    return data;
}

async function friends(): Promise<Friend[]> {
    const body = { appid: appId, openid, accessToken: token, flag: 1 } as const;
    const { data } = await client.POST("/relation/qqfriends_detail/", { params: { query: query() }, body });
    assert(data && isSuccess(data), `refused: ${data?.msg}`);
    // The platform writes `null` or an empty string for an empty list.
    return data.lists || [];
}

// What the types are for: this does not compile.
export const misspelt: components["schemas"]["QqfriendsDetailRequest"] = {
    appid: appId,
    openid,
    accessToken: token,
    // @ts-expect-error
    flags: 1,
};

const letIn = await logIn(token);
assert(isSuccess(letIn), `refused: ${letIn.msg}`);
console.log("typescript, generated: let in");

const names = (await friends()).map((friend) => friend.nickName);
assert(names.length > 0, "the demo player has friends");
console.log(`typescript, generated: friends: ${names.join(", ")}`);

const refused = await logIn("a token that nobody was given");
assert(!isSuccess(refused), "let in with a wrong token");
console.log(`typescript, generated: refused, as it should be: ${refused.ret}, ${refused.msg}`);
