//! What can be done to a gateway from outside, whether it has a socket or not.

/// Writes the methods for a type with a field `shared`.
macro_rules! controls {
    ($type:ty) => {
        impl $type {
            /// Expects calls of an endpoint: which of them, is said by the methods of [`On`](crate::On), and how they are
            /// answered.
            ///
            /// The first expectation that takes a call answers it, in the place of the world: the player and the token are
            /// not looked at. A call that none takes meets the world as usual, unless the one that would take it has had
            /// [all its calls](crate::Expectation::times), or [nothing else is expected](Self::expect_nothing_else).
            ///
            /// ```
            /// # use std::time::Duration;
            /// use msdk::Session;
            /// use msdk_endpoints::qq::relation::{Qqprofile, QqprofileReply};
            /// use msdk_mock::{Gateway, Refusal};
            ///
            /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
            /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
            /// let gateway = Gateway::builder().in_process();
            /// let mut profile = QqprofileReply::default();
            /// profile.nick_name = "憨特".to_owned();
            /// let expected = gateway.on::<Qqprofile>().of_player("A").reply(profile).delay(Duration::from_secs(2));
            /// expected.then().refuse(Refusal::platform(100_014, "access token is expired")).times(2);
            ///
            /// let client = gateway.client_builder().build()?;
            /// let player = Session::new("A", "token");
            /// assert_eq!(client.call(&player, Qqprofile).await?.nick_name, "憨特");
            /// assert_eq!(client.call(&player, Qqprofile).await.unwrap_err().platform_code(), Some(100_014));
            /// assert_eq!(gateway.requests::<Qqprofile>().len(), 2);
            /// # Ok(())
            /// # }
            /// ```
            #[track_caller]
            pub fn on<E: ::msdk::declare::Endpoint>(&self) -> $crate::On<'_, E> {
                $crate::On::new(&self.shared)
            }

            /// Has every call fail the test that no expectation takes.
            pub fn expect_nothing_else(&self) {
                self.shared.book().expect_nothing_else();
            }

            /// Forgets what was expected, and what did not come as expected.
            pub fn forget_expectations(&self) {
                self.shared.book().clear();
            }

            /// Returns what did not come as expected so far, a line each: calls that are missing or one too many, and panics
            /// of handlers.
            pub fn mistakes(&self) -> Vec<String> {
                self.shared.book().mistakes()
            }

            /// Checks that everything came as expected, as dropping the gateway does.
            ///
            /// # Panics
            ///
            /// With the [mistakes](Self::mistakes), if there are any.
            #[track_caller]
            pub fn verify(&self) {
                let mistakes = self.mistakes();
                if !mistakes.is_empty() {
                    panic!("not everything came as expected at the gateway:\n  {}", mistakes.join("\n  "));
                }
            }

            /// Returns the requests of an endpoint that are kept, in the order of arrival. Those that cannot be read as its
            /// type are left out.
            pub fn requests<E>(&self) -> Vec<E>
            where
                E: ::msdk::declare::Endpoint + ::serde::de::DeserializeOwned,
            {
                self.received().iter().filter_map(|received| $crate::gateway::shared::request(received)).collect()
            }

            /// Returns the latest requests, in the order of arrival: all of them, as long as they are no more than
            /// [`max_received`](crate::GatewayBuilder::max_received) and take no more than
            /// [`max_received_bytes`](crate::GatewayBuilder::max_received_bytes).
            #[must_use]
            pub fn received(&self) -> Vec<$crate::Received> {
                self.received_since(0, usize::MAX)
            }

            /// Returns the requests with a greater id, the latest so many of them.
            #[must_use]
            pub fn received_since(&self, id: u64, most: usize) -> Vec<$crate::Received> {
                $crate::gateway::lock(self.shared.journal()).since(id, most)
            }

            /// Returns the request with an id, if it is still kept.
            #[must_use]
            pub fn received_by_id(&self, id: u64) -> Option<$crate::Received> {
                $crate::gateway::lock(self.shared.journal()).get(id)
            }

            /// Returns the number of requests since the start or the last [clearing](Self::clear_received), those that are
            /// not kept any more included.
            #[must_use]
            pub fn received_count(&self) -> u64 {
                $crate::gateway::lock(self.shared.journal()).count()
            }

            /// Forgets the requests so far, and counts from zero.
            pub fn clear_received(&self) {
                $crate::gateway::lock(self.shared.journal()).clear();
            }

            /// Returns a number that changes with every request that arrives and every one that is decided.
            #[must_use]
            pub fn watch_received(&self) -> ::tokio::sync::watch::Receiver<u64> {
                $crate::gateway::lock(self.shared.journal()).changes()
            }

            /// Looks at the world, or changes it, between two requests. With a
            /// [store](crate::GatewayBuilder::store) it is kept with the next call that the world answers, or by
            /// [`save_world`](Self::save_world).
            pub fn with_world<R>(&self, look: impl FnOnce(&mut $crate::World) -> R) -> R {
                look(&mut $crate::gateway::lock(&self.shared.world))
            }

            /// Has the [store](crate::GatewayBuilder::store) keep what was changed in the world; without one it does nothing.
            ///
            /// # Errors
            ///
            /// If it cannot be kept.
            pub async fn save_world(&self) -> ::std::io::Result<()> {
                let saving = {
                    let world = $crate::gateway::lock(&self.shared.world);
                    self.shared.saved.as_ref().map(|saved| saved.save(&world))
                };
                match saving {
                    Some(saving) => saving.await,
                    None => Ok(()),
                }
            }

            /// Has something go wrong with the calls that a rule is for. Returns an id by which it is taken away.
            ///
            /// # Errors
            ///
            /// If the rule [cannot strike](crate::FaultRule::check).
            pub fn add_fault(&self, rule: $crate::FaultRule) -> Result<u64, String> {
                rule.check()?;
                Ok($crate::gateway::lock(&self.shared.faults).add(rule))
            }

            /// Takes a rule away, and says whether there was one.
            pub fn remove_fault(&self, id: u64) -> bool {
                $crate::gateway::lock(&self.shared.faults).remove(id)
            }

            /// Takes all rules away.
            pub fn clear_faults(&self) {
                $crate::gateway::lock(&self.shared.faults).clear();
            }

            /// Returns the rules, and how often each has struck.
            #[must_use]
            pub fn faults(&self) -> Vec<$crate::ActiveFault> {
                $crate::gateway::lock(&self.shared.faults).list()
            }

            /// Returns the time of the gateway's clock.
            #[must_use]
            pub fn now(&self) -> ::msdk::UnixTime {
                self.shared.now()
            }

            /// Returns by how many seconds the clock was moved.
            #[must_use]
            pub fn clock_offset(&self) -> i64 {
                self.shared.moved.load(::std::sync::atomic::Ordering::Relaxed)
            }

            /// Moves the clock so many seconds away from what it would say, back if they are negative; a hundred years at
            /// most. Answers have its time in their header `Date`.
            pub fn set_clock_offset(&self, seconds: i64) {
                let seconds = seconds.clamp(-$crate::gateway::shared::CENTURY, $crate::gateway::shared::CENTURY);
                self.shared.moved.store(seconds, ::std::sync::atomic::Ordering::Relaxed);
            }

            /// Whether it is [lenient](crate::GatewayBuilder::lenient).
            #[must_use]
            pub fn is_lenient(&self) -> bool {
                self.shared.is_lenient.load(::std::sync::atomic::Ordering::Relaxed)
            }

            /// Sets whether it is [lenient](crate::GatewayBuilder::lenient).
            pub fn set_lenient(&self, is_lenient: bool) {
                self.shared.is_lenient.store(is_lenient, ::std::sync::atomic::Ordering::Relaxed);
            }

            /// Whether players have [one call a second](crate::GatewayBuilder::one_call_a_second).
            #[must_use]
            pub fn has_one_call_a_second(&self) -> bool {
                self.shared.has_pace.load(::std::sync::atomic::Ordering::Relaxed)
            }

            /// Sets whether players have [one call a second](crate::GatewayBuilder::one_call_a_second).
            pub fn set_one_call_a_second(&self, is_on: bool) {
                self.shared.has_pace.store(is_on, ::std::sync::atomic::Ordering::Relaxed);
            }

            /// Returns the endpoints that it has.
            #[must_use]
            pub fn endpoints(&self) -> Vec<&'static ::msdk::metadata::Metadata> {
                self.shared.endpoints()
            }
        }
    };
}
