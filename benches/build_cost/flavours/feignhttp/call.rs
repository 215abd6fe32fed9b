    let request = E__N__ {
        appid: api.app_id.clone(),
        openid: api.openid.clone(),
        token: api.token.clone(),
        zone: text(),
        userip: text(),
        pf: None,
        coins: 1,
        balance: 2,
        fopenids: texts(),
    };
    sum += e__N__(&api.query(), &request).await?.reply()?.count;
