    let request = E__N__ { zone: text(), userip: text(), pf: None, coins: 1, balance: 2, fopenids: texts() };
    sum += api.call::<_, E__N__Reply>("/bench/e__N__/", &request).await?.count;
