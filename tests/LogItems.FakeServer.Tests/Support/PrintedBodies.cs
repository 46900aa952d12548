namespace LogItems.FakeServer.Tests.Support;

/// <summary>The bodies that the reference pages of v3 and v5 print.</summary>
internal static class PrintedBodies
{
    public const string V3Origin = "https://support.east.local:4443/";

    public const string V3 = """
        [
          { "id": "e7668151-524f-4fa5-a30a-c647bf7ca8c5", "usn": 1, "title": "[Success] Job started at 4/4/2017 12:07:21 AM",
            "creationTime": "2017-04-04T00:07:21.3664166-07:00", "endTime": "2017-04-04T00:07:21.3664166-07:00",
            "_links": { "jobsessions": { "href": "https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e" } } },
          { "id": "a6c7a35c-20e1-4cf9-931e-c1e060172b43", "usn": 2, "title": "[Success] Connected to organization",
            "creationTime": "2017-04-04T00:07:21.3674143-07:00", "endTime": "2017-04-04T00:07:25.3952173-07:00",
            "_links": { "jobsessions": { "href": "https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e" } } },
          { "id": "8bbea7df-f870-40c1-89a0-64dca53c1e03", "usn": 3, "title": "[Success] Mailboxes enumerated",
            "creationTime": "2017-04-04T00:07:21.3674143-07:00", "endTime": "2017-04-04T00:07:28.4514886-07:00",
            "_links": { "jobsessions": { "href": "https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e" } } },
          { "id": "45342637-79ab-4247-900e-c33c1cfb1274", "usn": 4, "title": "[Success] 3 mailboxes found",
            "creationTime": "2017-04-04T00:07:21.3674143-07:00", "endTime": "2017-04-04T00:07:28.454487-07:00",
            "_links": { "jobsessions": { "href": "https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e" } } },
          { "id": "a4d40d0e-cea8-40fa-93d9-202bffad855e", "usn": 5, "title": "[Success] Processing mailbox: petep@eastsupport.onmicrosoft.com",
            "creationTime": "2017-04-04T00:07:25.3972468-07:00", "endTime": "2017-04-04T00:07:37.191867-07:00",
            "_links": { "jobsessions": { "href": "https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e" } } }
        ]
        """;

    public const string V5Origin = "https://172.28.1.46:4443/";

    public const string V5 = """
        { "id": "6e61733d-738b-41e1-bd0d-d0b3340159d5", "usn": 1, "title": "[Success] Job started at 2/26/2021 1:00:00 AM",
          "creationTime": "2021-02-26T01:00:00.1732347+03:00", "endTime": "2021-02-26T01:00:00.1732347+03:00",
          "_links": {
            "self": { "href": "https://172.28.1.46:4443/v5/jobsessions/859277ed-b238-458c-9dec-2830e45e15fc/logitems/6e61733d-738b-41e1-bd0d-d0b3340159d5" },
            "jobsessions": { "href": "https://172.28.1.46:4443/v5/jobsessions/859277ed-b238-458c-9dec-2830e45e15fc" } } }
        """;
}
