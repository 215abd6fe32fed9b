    let request = E__N__ { zone: text(), userip: text(), pf: None, coins: 1, balance: 2, fopenids: texts() };
    sum += e__N__(&api.client, &api.session, request).await?.count;
