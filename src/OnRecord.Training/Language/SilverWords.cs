namespace OnRecord.Training.Language;

/// <summary>Words that <see cref="SilverRules"/> goes by, from general knowledge.</summary>
internal static class SilverWords
{
    /// <summary>Abbreviated titles that only people have.</summary>
    internal static readonly HashSet<string> Titles = Set("Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Messrs. Sen. Sens. Rep. Reps. Gov. Govs.");

    /// <summary>Small words inside names of bodies.</summary>
    internal static readonly HashSet<string> Links = Set("of for on and & the");

    /// <summary>First words of names of bodies that go on with one of <see cref="Links"/>.</summary>
    internal static readonly HashSet<string> BodyHeads = Set(
        "Department Ministry University Bank Office Bureau Institute Committee Council Association Federation Court Commission Board Centers",
        "Center Centre League Chamber College Embassy"
    );

    /// <summary>Last words of names of bodies, in lower case, besides the list "organisation-end" of the tables.</summary>
    internal static readonly HashSet<string> BodyEnds = Set(
        "office bureau embassy board caucus senate congress corporation federation forum project coalition alliance network radio television",
        "magazine herald tribune globe academy police guard airlines authority conference campaign parliament assembly league organization",
        "organisation programme corps"
    );

    /// <summary>Short names of parliaments: other names may stand beside them ("House Republicans").</summary>
    internal static readonly HashSet<string> Chambers = Set("House Senate Congress Parliament Commons");

    /// <summary>Bodies that are known by one word.</summary>
    internal static readonly HashSet<string> WellKnown = Set(
        "Pentagon Kremlin Interpol OPEC NATO Unicef UNICEF Oxfam Greenpeace WikiLeaks Hamas Hezbollah Taliban ISIS ISIL",
        "Google Facebook Twitter YouTube Instagram Snapchat TikTok WhatsApp Reddit Yahoo eBay Amazon Microsoft Apple Samsung Sony Intel Nvidia",
        "Huawei Netflix Uber Lyft Airbnb Spotify Oracle Cisco Nokia IBM AT&T Verizon Comcast Disney",
        "Tesla Ford Toyota Honda Nissan Volkswagen Renault Fiat Chrysler GM GE Siemens Boeing Airbus Lockheed Raytheon Halliburton",
        "Delta FedEx UPS Walmart Target Costco Starbucks McDonald Nike Pfizer Moderna Merck AstraZeneca Bayer Monsanto",
        "Exxon ExxonMobil Chevron Shell BP Gazprom Rosneft Aramco Enron Solyndra Citigroup JPMorgan HSBC Barclays Goldman Visa Mastercard PayPal",
        "Gallup Quinnipiac Rasmussen Marist Pew Harvard Yale Princeton Stanford Cornell Oxford MIT"
    );

    /// <summary>Programmes, illnesses, offices and the like: no names of the three kinds.</summary>
    internal static readonly HashSet<string> Others =
    [
        .. Set(
            "Obamacare ObamaCare Medicare Medicaid NAFTA Brexit COVID Covid DACA TARP Constitution Ebola Zika Christmas Easter Thanksgiving Ramadan",
            "Internet START SALT God Bible Koran Quran CEO COO CFO TV AIDS HIV GDP LGBT LGBTQ PAC SWAT DNA WMD IED ICBM"
        ),
        "Social Security",
        "First Lady",
        "First Amendment",
        "Second Amendment",
        "Affordable Care Act",
        "Green New Deal",
    ];

    /// <summary>Last words of names of laws and events.</summary>
    internal static readonly HashSet<string> OtherEnds = Set(
        "Act Amendment Treaty Accord Accords Agreement Protocol Deal War Day Award Awards Prize Cup Bowl Conference Summit Convention Constitution",
        "Bill Week Festival Games Olympics Recession Depression"
    );

    /// <summary>Last words of places that the tables know as names of governments.</summary>
    internal static readonly HashSet<string> Places = Set("Hill Street Bottom Palace Avenue Square");

    static HashSet<string> Set(params string[] lines) => new(lines.SelectMany(l => l.Split(' ')), StringComparer.Ordinal);
}
