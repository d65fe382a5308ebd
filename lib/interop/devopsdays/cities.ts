/** Cities in which such days take place, by zone, with latitude and longitude to a tenth of a degree. */
const table = `
America/New_York: New York 40.7 -74.0; NYC 40.7 -74.0; Boston 42.4 -71.1; Philadelphia 40.0 -75.2; Pittsburgh 40.4 -80.0; Washington DC 38.9 -77.0; Washington 38.9 -77.0; DC 38.9 -77.0; Baltimore 39.3 -76.6; Richmond 37.5 -77.4; Raleigh 35.8 -78.6; Charlotte 35.2 -80.8; Atlanta 33.7 -84.4; Miami 25.8 -80.2; Tampa 27.9 -82.5; Tampa Bay 27.9 -82.5; Orlando 28.5 -81.4; Jacksonville 30.3 -81.7; Columbus 40.0 -83.0; Ohio 40.0 -83.0; Cleveland 41.5 -81.7; Cincinnati 39.1 -84.5; Hartford 41.8 -72.7; Buffalo 42.9 -78.9; Rochester 43.2 -77.6; Albany 42.7 -73.8; Charleston 32.8 -79.9; Greenville 34.9 -82.4; Knoxville 36.0 -83.9; Providence 41.8 -71.4; Burlington 44.5 -73.2; Portland ME 43.7 -70.3; New Jersey 40.2 -74.7; Virginia 37.5 -78.0; Connecticut 41.6 -72.7
America/Detroit: Detroit 42.3 -83.0; Grand Rapids 43.0 -85.7; Michigan 42.7 -84.6; Ann Arbor 42.3 -83.7
America/Indiana/Indianapolis: Indianapolis 39.8 -86.2; Indiana 39.8 -86.2
America/Kentucky/Louisville: Louisville 38.3 -85.8
America/Toronto: Toronto 43.7 -79.4; Ottawa 45.4 -75.7; Montreal 45.5 -73.6; Quebec 46.8 -71.2; Waterloo 43.5 -80.5
America/Halifax: Halifax 44.6 -63.6
America/Chicago: Chicago 41.9 -87.6; Minneapolis 45.0 -93.3; Minnesota 45.0 -93.3; Madison 43.1 -89.4; Milwaukee 43.0 -87.9; St Louis 38.6 -90.2; Saint Louis 38.6 -90.2; Kansas City 39.1 -94.6; Des Moines 41.6 -93.6; Omaha 41.3 -95.9; Nashville 36.2 -86.8; Memphis 35.1 -90.0; Birmingham AL 33.5 -86.8; New Orleans 30.0 -90.1; Dallas 32.8 -96.8; Houston 29.8 -95.4; Austin 30.3 -97.7; San Antonio 29.4 -98.5; Texas 31.0 -97.5; Oklahoma City 35.5 -97.5; Tulsa 36.2 -96.0; Northwest Arkansas 36.2 -94.2; Little Rock 34.7 -92.3; Huntsville 34.7 -86.6; Iowa 41.6 -93.6; Fargo 46.9 -96.8; Sioux Falls 43.5 -96.7
America/Winnipeg: Winnipeg 49.9 -97.1
America/Denver: Denver 39.7 -105.0; Rockies 39.7 -105.0; Boulder 40.0 -105.3; Salt Lake City 40.8 -111.9; Utah 40.8 -111.9; Albuquerque 35.1 -106.7; Colorado Springs 38.8 -104.8
America/Boise: Boise 43.6 -116.2
America/Phoenix: Phoenix 33.4 -112.1; Tucson 32.2 -110.9
America/Edmonton: Calgary 51.0 -114.1; Edmonton 53.5 -113.5
America/Los_Angeles: Seattle 47.6 -122.3; Portland 45.5 -122.7; Portland OR 45.5 -122.7; San Francisco 37.8 -122.4; Silicon Valley 37.4 -122.0; Mountain View 37.4 -122.1; San Jose 37.3 -121.9; Los Angeles 34.1 -118.2; LA 34.1 -118.2; San Diego 32.7 -117.2; Las Vegas 36.2 -115.1; Sacramento 38.6 -121.5; Oakland 37.8 -122.3; Eugene 44.1 -123.1; Bay Area 37.8 -122.4; Socal 34.0 -118.0
America/Vancouver: Vancouver 49.3 -123.1; Victoria 48.4 -123.4
America/Anchorage: Anchorage 61.2 -149.9
Pacific/Honolulu: Honolulu 21.3 -157.9; Hawaii 21.3 -157.9
America/Mexico_City: Mexico City 19.4 -99.1; Mexico 19.4 -99.1; Guadalajara 20.7 -103.3; Ciudad de Mexico 19.4 -99.1; Puebla 19.0 -98.2
America/Monterrey: Monterrey 25.7 -100.3
America/Tijuana: Tijuana 32.5 -117.0
America/Havana: Cuba 23.1 -82.4; Havana 23.1 -82.4; La Habana 23.1 -82.4
America/Guatemala: Guatemala 14.6 -90.5
America/Costa_Rica: Costa Rica 9.9 -84.1; San Jose CR 9.9 -84.1
America/El_Salvador: El Salvador 13.7 -89.2
America/Panama: Panama 9.0 -79.5
America/Santo_Domingo: Santo Domingo 18.5 -69.9
America/Puerto_Rico: Puerto Rico 18.4 -66.1; San Juan 18.4 -66.1
America/Bogota: Bogota 4.7 -74.1; Medellin 6.2 -75.6; Cali 3.4 -76.5; Colombia 4.7 -74.1
America/Guayaquil: Quito -0.2 -78.5; Guayaquil -2.2 -79.9; Ecuador -0.2 -78.5
America/Lima: Lima -12.0 -77.0; Peru -12.0 -77.0
America/Caracas: Caracas 10.5 -66.9
America/La_Paz: La Paz -16.5 -68.1; Santa Cruz -17.8 -63.2; Bolivia -16.5 -68.1
America/Asuncion: Asuncion -25.3 -57.6
America/Santiago: Santiago -33.4 -70.7; Chile -33.4 -70.7; Santiago de Chile -33.4 -70.7
America/Argentina/Buenos_Aires: Buenos Aires -34.6 -58.4
America/Argentina/Cordoba: Cordoba -31.4 -64.2
America/Montevideo: Montevideo -34.9 -56.2
America/Sao_Paulo: Sao Paulo -23.5 -46.6; Rio de Janeiro -22.9 -43.2; Rio -22.9 -43.2; Porto Alegre -30.0 -51.2; Curitiba -25.4 -49.3; Belo Horizonte -19.9 -43.9; Brasilia -15.8 -47.9; Florianopolis -27.6 -48.5; Goiania -16.7 -49.3; Vitoria -20.3 -40.3; Campinas -22.9 -47.1; Joinville -26.3 -48.8; Brazil -15.8 -47.9; Uberlandia -18.9 -48.3; Londrina -23.3 -51.2; Maringa -23.4 -51.9
America/Bahia: Salvador -13.0 -38.5
America/Recife: Recife -8.1 -34.9
America/Fortaleza: Fortaleza -3.7 -38.5; Natal -5.8 -35.2; Teresina -5.1 -42.8; Sao Luis -2.5 -44.3; Joao Pessoa -7.1 -34.9
America/Maceio: Maceio -9.7 -35.7; Aracaju -10.9 -37.1
America/Belem: Belem -1.5 -48.5; Macapa 0.0 -51.1
America/Manaus: Manaus -3.1 -60.0
America/Cuiaba: Cuiaba -15.6 -56.1
America/Campo_Grande: Campo Grande -20.4 -54.6
Europe/London: London 51.5 -0.1; Manchester 53.5 -2.2; Birmingham 52.5 -1.9; Birmingham UK 52.5 -1.9; Edinburgh 56.0 -3.2; Glasgow 55.9 -4.3; Cardiff 51.5 -3.2; Belfast 54.6 -5.9; Bristol 51.5 -2.6; Newcastle 55.0 -1.6; Cambridge 52.2 0.1; Oxford 51.8 -1.3; Leeds 53.8 -1.5
Europe/Dublin: Dublin 53.3 -6.3; Galway 53.3 -9.1; Cork 51.9 -8.5
Europe/Lisbon: Portugal 38.7 -9.1; Lisbon 38.7 -9.1; Lisboa 38.7 -9.1; Porto 41.1 -8.6; Braga 41.5 -8.4; Aveiro 40.6 -8.7
Europe/Madrid: Madrid 40.4 -3.7; Barcelona 41.4 2.2; Valencia 39.5 -0.4; Sevilla 37.4 -6.0; Bilbao 43.3 -2.9; Zaragoza 41.6 -0.9; Malaga 36.7 -4.4
Europe/Paris: Paris 48.9 2.4; Bordeaux 44.8 -0.6; Lyon 45.8 4.8; Geneva FR 46.2 6.2; Marseille 43.3 5.4; Nantes 47.2 -1.6; Lille 50.6 3.1; Toulouse 43.6 1.4; Rennes 48.1 -1.7; Strasbourg 48.6 7.8; Nice 43.7 7.3; Grenoble 45.2 5.7
Europe/Brussels: Brussels 50.8 4.4; Ghent 51.1 3.7; Gent 51.1 3.7; Antwerp 51.2 4.4; Leuven 50.9 4.7; Belgium 51.1 3.7; Liege 50.6 5.6
Europe/Amsterdam: Amsterdam 52.4 4.9; Eindhoven 51.4 5.5; Rotterdam 51.9 4.5; Utrecht 52.1 5.1; Eindhoven 51.4 5.5; The Hague 52.1 4.3; Groningen 53.2 6.6
Europe/Luxembourg: Luxembourg 49.6 6.1
Europe/Berlin: Berlin 52.5 13.4; Hamburg 53.6 10.0; Munich 48.1 11.6; Munchen 48.1 11.6; Frankfurt 50.1 8.7; Cologne 50.9 7.0; Stuttgart 48.8 9.2; Dresden 51.1 13.7; Leipzig 51.3 12.4; Nuremberg 49.5 11.1; Germany 52.5 13.4; Bremen 53.1 8.8; Hannover 52.4 9.7; Karlsruhe 49.0 8.4; Dusseldorf 51.2 6.8
Europe/Zurich: Zurich 47.4 8.5; Geneva 46.2 6.1; Basel 47.6 7.6; Bern 46.9 7.4; Lausanne 46.5 6.6; Switzerland 47.4 8.5
Europe/Vienna: Vienna 48.2 16.4; Wien 48.2 16.4; Graz 47.1 15.4; Linz 48.3 14.3; Salzburg 47.8 13.0
Europe/Rome: Rome 41.9 12.5; Milan 45.5 9.2; Bologna 44.5 11.3; Florence 43.8 11.3; Italy 41.9 12.5; Turin 45.1 7.7; Naples 40.9 14.3; Milano 45.5 9.2; Cagliari 39.2 9.1
Europe/Malta: Malta 35.9 14.5
Europe/Copenhagen: Copenhagen 55.7 12.6; Denmark 55.7 12.6; Aarhus 56.2 10.2; Odense 55.4 10.4
Europe/Oslo: Oslo 59.9 10.8; Bergen 60.4 5.3; Trondheim 63.4 10.4; Norway 59.9 10.8
Europe/Stockholm: Stockholm 59.3 18.1; Goteborg 57.7 12.0; Gothenburg 57.7 12.0; Malmo 55.6 13.0; Linkoping 58.4 15.6; Sweden 59.3 18.1
Europe/Helsinki: Helsinki 60.2 24.9; Tampere 61.5 23.8; Finland 60.2 24.9; Turku 60.5 22.3
Atlantic/Reykjavik: Reykjavik 64.1 -21.9; Iceland 64.1 -21.9
Europe/Tallinn: Tallinn 59.4 24.8; Estonia 59.4 24.8; Tartu 58.4 26.7
Europe/Riga: Riga 57.0 24.1; Latvia 57.0 24.1
Europe/Vilnius: Vilnius 54.7 25.3; Kaunas 54.9 23.9
Europe/Warsaw: Warsaw 52.2 21.0; Krakow 50.1 19.9; Wroclaw 51.1 17.0; Gdansk 54.4 18.6; Poznan 52.4 16.9; Katowice 50.3 19.0; Poland 52.2 21.0; Lodz 51.8 19.5
Europe/Prague: Prague 50.1 14.4; Brno 49.2 16.6; Ostrava 49.8 18.3
Europe/Bratislava: Bratislava 48.1 17.1; Kosice 48.7 21.3
Europe/Budapest: Budapest 47.5 19.0; Debrecen 47.5 21.6
Europe/Ljubljana: Ljubljana 46.1 14.5
Europe/Zagreb: Zagreb 45.8 16.0; Split 43.5 16.4
Europe/Belgrade: Belgrade 44.8 20.5; Novi Sad 45.3 19.8; Nis 43.3 21.9; Serbia 44.8 20.5
Europe/Sarajevo: Sarajevo 43.9 18.4
Europe/Skopje: Skopje 42.0 21.4
Europe/Sofia: Sofia 42.7 23.3; Plovdiv 42.1 24.7
Europe/Bucharest: Bucharest 44.4 26.1; Cluj 46.8 23.6; Iasi 47.2 27.6; Timisoara 45.8 21.2; Transylvania 46.8 23.6
Europe/Chisinau: Chisinau 47.0 28.9
Europe/Athens: Athens 38.0 23.7; Thessaloniki 40.6 22.9; Greece 38.0 23.7
Europe/Kyiv: Kyiv 50.5 30.5; Kiev 50.5 30.5; Lviv 49.8 24.0; Kharkiv 50.0 36.2; Odesa 46.5 30.7
Europe/Minsk: Minsk 53.9 27.6
Europe/Moscow: Moscow 55.8 37.6; Saint Petersburg 59.9 30.3; St Petersburg 59.9 30.3; Kazan 55.8 49.1
Asia/Yekaterinburg: Yekaterinburg 56.8 60.6
Asia/Novosibirsk: Novosibirsk 55.0 82.9
Europe/Istanbul: Istanbul 41.0 29.0; Ankara 39.9 32.9; Izmir 38.4 27.1
Asia/Nicosia: Nicosia 35.2 33.4; Limassol 34.7 33.0; Cyprus 35.2 33.4
Asia/Jerusalem: Tel Aviv 32.1 34.8; Telaviv 32.1 34.8; Jerusalem 31.8 35.2; Israel 32.1 34.8; Haifa 32.8 35.0
Asia/Beirut: Beirut 33.9 35.5
Asia/Amman: Amman 31.9 35.9
Asia/Riyadh: Riyadh 24.7 46.7; Jeddah 21.5 39.2
Asia/Dubai: Dubai 25.2 55.3; Abu Dhabi 24.5 54.4
Asia/Tehran: Tehran 35.7 51.4
Asia/Tbilisi: Tbilisi 41.7 44.8
Asia/Yerevan: Yerevan 40.2 44.5
Asia/Baku: Baku 40.4 49.9
Asia/Almaty: Almaty 43.2 76.9; Kazakhstan 43.2 76.9
Asia/Tashkent: Tashkent 41.3 69.2
Asia/Karachi: Karachi 24.9 67.0; Lahore 31.5 74.3; Islamabad 33.7 73.0; Pakistan 31.5 74.3
Asia/Kolkata: Bangalore 13.0 77.6; Bengaluru 13.0 77.6; India 13.0 77.6; Mumbai 19.1 72.9; Delhi 28.6 77.2; New Delhi 28.6 77.2; Hyderabad 17.4 78.5; Pune 18.5 73.9; Chennai 13.1 80.3; Kolkata 22.6 88.4; Ahmedabad 23.0 72.6; Kochi 9.9 76.3; Trivandrum 8.5 76.9; Jaipur 26.9 75.8; Bhubaneswar 20.3 85.8; Indore 22.7 75.9; Gurgaon 28.5 77.0; Noida 28.5 77.4; Coimbatore 11.0 77.0
Asia/Colombo: Colombo 6.9 79.9; Sri Lanka 6.9 79.9
Asia/Kathmandu: Kathmandu 27.7 85.3; Nepal 27.7 85.3
Asia/Dhaka: Dhaka 23.8 90.4; Bangladesh 23.8 90.4
Asia/Yangon: Yangon 16.8 96.2
Asia/Bangkok: Bangkok 13.8 100.5; Thailand 13.8 100.5; Chiang Mai 18.8 99.0
Asia/Ho_Chi_Minh: Ho Chi Minh City 10.8 106.7; Hanoi 21.0 105.8; Vietnam 10.8 106.7; Saigon 10.8 106.7
Asia/Kuala_Lumpur: Kuala Lumpur 3.1 101.7; Malaysia 3.1 101.7; Penang 5.4 100.3
Asia/Singapore: Singapore 1.4 103.8
Asia/Jakarta: Jakarta -6.2 106.8; Bandung -6.9 107.6; Indonesia -6.2 106.8; Yogyakarta -7.8 110.4
Asia/Makassar: Bali -8.7 115.2
Asia/Manila: Manila 14.6 121.0; Cebu 10.3 123.9; Philippines 14.6 121.0
Asia/Hong_Kong: Hong Kong 22.3 114.2
Asia/Shanghai: Beijing 39.9 116.4; Shanghai 31.2 121.5; Shenzhen 22.5 114.1; Guangzhou 23.1 113.3; Hangzhou 30.3 120.2; Chengdu 30.7 104.1; China 39.9 116.4; Wuhan 30.6 114.3; Nanjing 32.1 118.8
Asia/Taipei: Taipei 25.0 121.6; Taiwan 25.0 121.6
Asia/Seoul: Seoul 37.6 127.0; Busan 35.2 129.1; Korea 37.6 127.0
Asia/Tokyo: Tokyo 35.7 139.7; Osaka 34.7 135.5; Japan 35.7 139.7; Kyoto 35.0 135.8; Fukuoka 33.6 130.4; Nagoya 35.2 136.9; Sapporo 43.1 141.4
Australia/Sydney: Sydney -33.9 151.2; Canberra -35.3 149.1; Newcastle AU -32.9 151.8
Australia/Melbourne: Melbourne -37.8 145.0
Australia/Brisbane: Brisbane -27.5 153.0; Gold Coast -28.0 153.4
Australia/Adelaide: Adelaide -34.9 138.6
Australia/Perth: Perth -32.0 115.9
Australia/Hobart: Hobart -42.9 147.3
Australia/Darwin: Darwin -12.5 130.8
Pacific/Auckland: Auckland -36.8 174.8; Wellington -41.3 174.8; Christchurch -43.5 172.6; New Zealand -41.3 174.8
Africa/Johannesburg: Johannesburg -26.2 28.0; Cape Town -33.9 18.4; Capetown -33.9 18.4; Durban -29.9 31.0; Pretoria -25.7 28.2; South Africa -26.2 28.0
Africa/Nairobi: Nairobi -1.3 36.8; Kenya -1.3 36.8
Africa/Kampala: Kampala 0.3 32.6
Africa/Kigali: Kigali -1.9 30.1; Rwanda -1.9 30.1
Africa/Dar_es_Salaam: Dar es Salaam -6.8 39.3; Zanzibar -6.2 39.2
Africa/Addis_Ababa: Addis Ababa 9.0 38.7
Africa/Lagos: Lagos 6.5 3.4; Abuja 9.1 7.5; Nigeria 6.5 3.4; Port Harcourt 4.8 7.0
Africa/Accra: Accra 5.6 -0.2; Ghana 5.6 -0.2
Africa/Abidjan: Abidjan 5.3 -4.0
Africa/Dakar: Dakar 14.7 -17.4
Africa/Douala: Douala 4.1 9.7; Cameroon 4.1 9.7; Yaounde 3.9 11.5
Africa/Cairo: Cairo 30.0 31.2; Egypt 30.0 31.2; Alexandria 31.2 29.9
Africa/Casablanca: Casablanca 33.6 -7.6; Rabat 34.0 -6.8; Morocco 33.6 -7.6
Africa/Algiers: Algiers 36.8 3.1
Africa/Tunis: Tunis 36.8 10.2; Tunisia 36.8 10.2
Africa/Lusaka: Lusaka -15.4 28.3
Africa/Harare: Harare -17.8 31.0
Africa/Windhoek: Windhoek -22.6 17.1
Indian/Mauritius: Mauritius -20.2 57.5`;

export type City = { name: string; zone: string; latitude: number; longitude: number };

export const cities: City[] = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [zone = "", places = ""] = line.split(": ");
    return places.split("; ").map((place) => {
      const [, name = "", latitude, longitude] = /^(.+) (-?[\d.]+) (-?[\d.]+)$/.exec(place) ?? [];
      return { name, zone, latitude: Number(latitude), longitude: Number(longitude) };
    });
  });
