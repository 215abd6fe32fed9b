    let request = E__N__ {
        appid: api.signer.app_id.clone(),
        openid: api.signer.openid.clone(),
        accessToken: api.signer.token.clone(),
        zone: text(),
        userip: text(),
        pf: None,
        coins: 1,
        balance: 2,
        fopenids: texts(),
    };
    sum += request.with_middleware(&api.signer).exec(&api.client).await?.parse()?.count;
