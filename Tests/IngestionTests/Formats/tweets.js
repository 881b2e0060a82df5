window.YTD.tweets.part0 = [
 {
  "tweet": {
   "created_at": "Mon May 13 17:00:00 +0000 2024",
   "id_str": "17",
   "full_text": "The pier at Halden is open to ferries again, two years after the storm.",
   "lang": "en"
  }
 }
]
