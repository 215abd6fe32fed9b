//! One call over a socket, seen from both sides.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex},
};

use msdk::{Client, Session, UnixTime, declare::Endpoint};
use msdk_mock::{Gateway, Player, World};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use super::{
    texts::{line, openid},
    wire::written,
};
use crate::support::{APP_ID, settings};

const CASES: u32 = 48;

/// How an endpoint spells who calls.
#[derive(Clone, Copy)]
pub(super) struct Identity {
    pub(super) appid: &'static [&'static str],
    pub(super) is_int: bool,
    pub(super) token: &'static [&'static str],
}

impl Identity {
    /// What most endpoints do.
    pub(super) const USUAL: Self = Self { appid: &["appid"], is_int: false, token: &["accessToken"] };

    /// The fields of a body that say who calls.
    fn fields(self, caller: &Caller) -> Map<String, Value> {
        let appid = if self.is_int { json!(APP_ID.parse::<i64>().unwrap()) } else { json!(APP_ID) };
        let appids = self.appid.iter().map(|name| (*name, appid.clone()));
        let tokens = self.token.iter().map(|name| (*name, json!(caller.token)));
        let fields = appids.chain(tokens).chain([("openid", json!(caller.openid))]);
        fields.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

#[derive(Debug, Clone)]
struct Caller {
    openid: String,
    token: String,
    ext_info: Option<String>,
    opua: Option<String>,
}

impl Caller {
    fn any() -> impl Strategy<Value = Self> {
        let ext_info = proptest::option::of("[A-Za-z0-9_]{1,40}");
        let caller = (openid(), line(1), ext_info, proptest::option::of(line(0)));
        caller.prop_map(|(openid, token, ext_info, opua)| Self { openid, token, ext_info, opua })
    }

    fn session(&self) -> Session {
        let mut session = Session::new(self.openid.as_str(), self.token.as_str());
        if let Some(ext_info) = &self.ext_info {
            session = session.with_ext_info(ext_info);
        }
        if let Some(opua) = &self.opua {
            session = session.with_opua(opua);
        }
        session
    }

    /// The query of a call, but for what proves the app.
    fn query(&self, takes_opua: bool) -> Vec<(String, String)> {
        let own = [("msdkExtInfo", &self.ext_info), ("opua", if takes_opua { &self.opua } else { &None })];
        let own = own.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        let common = [("appid", APP_ID), ("openid", self.openid.as_str()), ("encode", "1"), ("conn", "1")];
        let mut query: Vec<_> =
            common.into_iter().chain(own).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        query.sort();
        query
    }
}

/// A client and a gateway that admits what its declaration allows and answers what it is told to.
struct Rig {
    runtime: Runtime,
    client: Client,
    gateway: Gateway,
    admitted: Arc<Mutex<Map<String, Value>>>,
    reply: Arc<Mutex<Value>>,
}

impl Rig {
    fn of<E: Endpoint>() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (admitted, reply) = (Arc::<Mutex<Map<_, _>>>::default(), Arc::<Mutex<Value>>::default());
        let seen = (Arc::clone(&admitted), Arc::clone(&reply));
        let builder = Gateway::builder().clock(UnixTime::from_secs(1_381_288_134)).endpoint(E::META, move |_, call| {
            seen.0.lock().unwrap().clone_from(call.body());
            Ok(seen.1.lock().unwrap().clone())
        });
        let gateway = runtime.block_on(builder.start()).unwrap();
        let client = settings(gateway.base_url()).build().unwrap();
        Self { runtime, client, gateway, admitted, reply }
    }

    /// Calls, holds what arrived against what was meant, and returns the reply.
    fn exchange<E: Endpoint>(&self, caller: &Caller, call: E, fields: &Map<String, Value>, reply: Value) -> E::Reply {
        let player = Player::new(caller.openid.as_str(), caller.token.as_str());
        self.gateway.with_world(|world| *world = World::empty().with_player(player));
        *self.reply.lock().unwrap() = reply;
        let session = caller.session();
        let answer = self.runtime.block_on(self.client.call(&session, call).answer()).unwrap();
        assert!(caller.ext_info.is_none() || answer.ext_info == caller.ext_info);

        assert_eq!(*self.admitted.lock().unwrap(), *fields);
        let mut query = self.gateway.received().pop().unwrap().query;
        let numbered = caller.ext_info.is_none().then_some("msdkExtInfo");
        query.retain(|(name, _)| !["timestamp", "sig"].contains(&name.as_str()) && Some(name.as_str()) != numbered);
        query.sort();
        assert_eq!(query, caller.query(E::META.opua));
        answer.reply
    }
}

impl Rig {
    /// The body of the same call, made from the endpoint's description and the values that are not constants.
    fn described<E: Endpoint>(&self, caller: &Caller, mut values: Map<String, Value>) -> String {
        values.retain(|name, _| E::META.fixed.iter().all(|fixed| fixed.name != name));
        let request = self.client.prepare_described(&caller.session(), E::META, &values);
        let request = request.unwrap_or_else(|error| panic!("{error}: {values:?}"));
        String::from_utf8(request.body().to_vec()).unwrap()
    }
}

/// Checks that any call arrives with the fields that stand beside it, and that any reply, which `read` takes apart, is
/// what was answered.
pub(super) fn check<E: Endpoint + Debug>(
    identity: Identity,
    call: impl Strategy<Value = (E, Value)>,
    reply: impl Strategy<Value = Value>,
    read: impl Fn(E::Reply) -> Value,
) {
    let rig = Rig::of::<E>();
    let case = (Caller::any(), call, written(reply));
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(CASES) });
    let result = runner.run(&case, |(caller, (call, own), (reply, written))| {
        let mut fields = identity.fields(&caller);
        let Value::Object(own) = own else { panic!("fields make an object") };
        fields.extend(own.clone());
        prop_assert_eq!(read(rig.exchange(&caller, call, &fields, written)), reply);
        prop_assert_eq!(rig.described::<E>(&caller, own), rig.gateway.received().pop().unwrap().body);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
