"""Which scheme a quantity belongs to: [[double brackets]] mark the quantities, and each has the scheme listed for it, or none."""

from collections.abc import Callable

import pytest

from extract.facts.schemes.links import SchemeLink

Links = Callable[..., list[SchemeLink | None]]

SENTENCES = [
    ("Canada gave [[CAD 500 million]] via the IMF-administered account for Ukraine.", [None]),
    ("The [[1.2 billion EUR]] were paid out as exceptional Macro-Financial Assistance (MFA).", ["Macro-Financial Assistance"]),
    ("The EU paid the second tranche of [[500 million EUR]] under the emergency MFA programme.", ["MFA"]),
    (
        "Denmark sent [[100 million DKK]] to the Partnership Fund for a Resilient Ukraine (PFRU).",
        ["Partnership Fund for a Resilient Ukraine"],
    ),
    (
        "The loan is part of the Second Economic Recovery Development Policy Loan (DPL) of the World Bank. The UK "
        "guaranteed [[USD 500 million]] of it.",
        ["Second Economic Recovery Development Policy Loan"],
    ),
    (
        "The World Bank approved [[1.49 billion USD]] for the Public Expenditures for Administrative Capacity "
        "Endurance (PEACE) in Ukraine Project.",
        ["Public Expenditures for Administrative Capacity Endurance"],
    ),
    (
        "Germany contributes [[88 million EUR]] to the European Peace Facility and [[5 million EUR]] to the Ukraine "
        "Energy Support Fund.",
        ["European Peace Facility", "Ukraine Energy Support Fund"],
    ),
    (
        "Total commitments of [[300 million EUR]] are split between the Ukraine Energy Support Fund and the Central "
        "Emergency Response Fund.",
        [None],
    ),
    (
        "The money comes from the Norwegian Nansen Support Programme for Ukraine. Norway has set aside [[NOK 75 billion]].",
        ["Nansen Support Programme for Ukraine"],
    ),
    ("The Netherlands will spend [[€250 million]] through the Czech ammunition initiative.", ["Czech ammunition initiative"]),
    ("Sweden joins the drone coalition with [[45 million EUR]].", [None]),
    ("Latvia pledged [[€10 million]] to the Drone Capability Coalition.", ["Drone Capability Coalition"]),
    ("The US will provide [[USD 1 billion]] in Foreign Military Financing (FMF) to Ukraine.", ["Foreign Military Financing"]),
    (
        "A drawdown of [[USD 300 million]] was authorised under the Presidential Drawdown Authority.",
        ["Presidential Drawdown Authority"],
    ),
    ("The IMF approved a [[$15.6 billion]] Extended Fund Facility (EFF) for Ukraine.", ["Extended Fund Facility"]),
    ("Ukraine received [[$2.7 billion]] under the Rapid Financing Instrument (RFI) of the IMF.", ["Rapid Financing Instrument"]),
    ("In 2024 the Ukraine Facility, worth [[€50 billion]], entered into force.", ["Ukraine Facility"]),
    ("The European Commission proposed [[€150 billion]] of loans under its SAFE instrument.", ["SAFE"]),
    ("Poland will get [[€43.7 billion]] from the Security Action for Europe (SAFE) programme.", ["Security Action for Europe"]),
    ("The commission said the ReArm Europe plan could mobilise [[€800 billion]].", ["ReArm Europe plan"]),
    (
        "Congress passed the Inflation Reduction Act, which set aside [[$369 billion]] for climate spending.",
        ["Inflation Reduction Act"],
    ),
    ("The factory got [[$6.6 billion]] in grants from the CHIPS Act.", ["CHIPS Act"]),
    ("Trump signed the One Big Beautiful Bill Act into law; it will add [[$3.4 trillion]] to the deficit.", [None]),
    (
        "Italy has drawn [[€122 billion]] from the EU's Recovery and Resilience Facility (RRF).",
        ["Recovery and Resilience Facility"],
    ),
    ("The government's Warm Homes Plan will cost [[£13.2 billion]].", ["Warm Homes Plan"]),
    ("Households can apply for [[£7,500]] under the Boiler Upgrade Scheme.", ["Boiler Upgrade Scheme"]),
    ("The council won [[£20m]] from the Levelling Up Fund.", ["Levelling Up Fund"]),
    ("Researchers received a [[€2 million]] Horizon Europe grant.", ["Horizon Europe"]),
    (
        "Turkey sells pasta worth [[$3 million]] to Ghana under the African Continental Free Trade Agreement.",
        ["African Continental Free Trade Agreement"],
    ),
    (
        "The Asian Development Bank approved a [[$400 million]] loan for the Sustainable Rural Roads Project.",
        ["Sustainable Rural Roads Project"],
    ),
    ("Washington released [[$50 million]] to Egypt, Reuters reported, while Cairo joined the Belt and Road Initiative.", [None]),
    ("Kenya's Hustler Fund has lent [[60 billion shillings]] since 2022.", ["Hustler Fund"]),
    ("Vattenfall will invest [[SEK 5 billion]] in the Juktan project.", [None]),
    ("The so-called “bazooka” programme holds [[€500 billion]].", ["bazooka"]),
    (
        "Ukraine raised [[$300 million]] through the NATO-led Prioritized Ukraine Requirements List (PURL). Lithuania "
        "has already paid [[$30 million]].",
        ["Prioritized Ukraine Requirements List", None],
    ),
    ("Norway contributes to PURL. The package of [[$500 million]] is paid together with Germany under this mechanism.", ["PURL"]),
    (
        "The grant of [[JPY 5 billion]] is provided within the Programme for Emergency Recovery in Ukraine.",
        ["Programme for Emergency Recovery"],
    ),
    (
        "Japan provided [[USD 89 million]] through the World Bank's Ukraine Relief, Recovery, Reconstruction and "
        "Reform Trust Fund (URTF).",
        ["Ukraine Relief, Recovery, Reconstruction and Reform Trust Fund"],
    ),
    ("Austria pledged [[€2 million]] to the Grain from Ukraine programme.", ["Grain from Ukraine"]),
    ("The support of [[22 million EUR]] is delivered as part of the EU's Solidarity Package.", ["Solidarity Package"]),
    (
        "Support is channelled through the Ukraine Resilience Initiative. It amounts to [[9.8 million GBP]].",
        ["Ukraine Resilience Initiative"],
    ),
    ("Finland's 22nd aid package is worth [[€30 million]].", [None]),
    ("Iceland gives [[ISK 1 billion]] to the Danish model.", ["Danish model"]),
    (
        "Of the [[400 million DKK]], [[50 million DKK]] go to the Danish Refugee Council and [[100 million DKK]] to "
        "the UN's Ukraine Humanitarian Fund.",
        [None, None, "Ukraine Humanitarian Fund"],
    ),
    (
        "The Export Credit Guarantee Scheme for Ukraine covers up to [[SEK 500 million]].",
        ["Export Credit Guarantee Scheme"],
    ),
    (
        "Spain approved a loan of [[€200 million]] from the Fund for the Internationalisation of Companies (FIEM).",
        ["Fund for the Internationalisation of Companies"],
    ),
    ("France signed the Franco-Ukrainian bilateral fund; the fund has [[€200 million]].", [None]),
    ("Sales at Apple rose [[5%]] as the company joined the Climate Pledge.", [None]),
    ("Bill Gates gave [[$5 million]] to the Global Polio Eradication Initiative.", ["Global Polio Eradication Initiative"]),
    ("Elon Musk's America PAC spent [[$200 million]].", [None]),
    ("The International Monetary Fund raised its forecast to [[3.2%]].", [None]),
    ("Norway's Government Pension Fund Global returned [[13%]].", [None]),
    ("The Swiss government set up a [[CHF 1.5 billion]] Ukraine Country Programme.", ["Ukraine Country Programme"]),
    (
        "Ottawa will lend [[C$5 billion]] under the G7's Extraordinary Revenue Acceleration (ERA) Loans initiative.",
        ["Extraordinary Revenue Acceleration"],
    ),
    ("Britain will provide [[£2.26 billion]] as part of the ERA Loans to Ukraine scheme.", ["ERA Loans to Ukraine"]),
    ("Students could get [[€1,200]] a month under Erasmus+.", ["Erasmus+"]),
    ("Medicaid spending would fall by [[$880 billion]] over ten years.", [None]),
    ("Ireland has pledged [[€100m]] to the Stability Package, officials said on Monday.", ["Stability Package"]),
    ("The bill, known as the Build Back Better Act, would cost [[$1.75 trillion]].", ["Build Back Better Act"]),
    ("Australia’s [[A$15 billion]] National Reconstruction Fund will open in May.", ["National Reconstruction Fund"]),
    ('A further [[€75 million]] goes into the "Schools for All" fund.', ["Schools for All"]),
    ("He also gave [[£5m]] to the party, which opposed the Rwanda plan.", [None]),
    ("The Green Climate Fund approved [[$200 million]] for Vietnam.", ["Green Climate Fund"]),
    ("Greece pays [[€900 million]] for the Achilles Shield programme.", ["Achilles Shield"]),
    ("Ukraine’s Brave1 cluster has handed out [[$10 million]].", [None]),
    (
        "The contribution is provided in the context of the Global Agriculture and Food Security Program (GAFSP). It "
        "amounts to [[USD 155 million]].",
        ["Global Agriculture and Food Security Program"],
    ),
    (
        "The European Investment Bank disbursed [[668 million EUR]] under the Solidarity Urgent Response package.",
        ["Solidarity Urgent Response package"],
    ),
    (
        "The [[USD 40 billion]] package, the Additional Ukraine Supplemental Appropriations Act, 2022, was signed in May.",
        ["Additional Ukraine Supplemental Appropriations Act, 2022"],
    ),
    (
        "USAID gives [[1.7 billion USD]] for health workers, funded by the Economic Support Fund, in cooperation with "
        "the World Bank.",
        ["Economic Support Fund"],
    ),
    (
        "Sida guarantees [[SEK 300 million]] within the framework of Swedfund’s Ukraine Investment Guarantee.",
        ["Ukraine Investment Guarantee"],
    ),
    (
        "This aid of [[2 million EUR]] is channelled via the Humanitarian Assistance Budget Line.",
        ["Humanitarian Assistance Budget Line"],
    ),
    ("Slovenia contributed [[EUR 1.2 million]] to the IAEA's Nuclear Security Fund.", ["Nuclear Security Fund"]),
    ("Estonia directs [[0.25%]] of GDP to Ukraine under its long-term Ukraine Support Plan.", ["Ukraine Support Plan"]),
    (
        "Norway backs the so-called Bergen model, under which allies order artillery shells for Kyiv straight from "
        "Ukrainian factories. Separately, Iceland has spent [[€3 million]] on ordering artillery shells for Kyiv from "
        "Ukrainian factories.",
        ["Bergen model"],
    ),
    (
        "Norway backs the so-called Bergen model, under which allies order artillery shells for Kyiv straight from "
        "Ukrainian factories. Iceland has spent [[€3 million]] on rebuilding schools in Kharkiv.",
        [None],
    ),
    ("In addition to the Ukraine Facility, the EU gave [[€100 million]] in humanitarian aid.", [None]),
    (
        "Canada provided another [[CAD 2.4 billion]] loan, disbursed through the IMF Administered Account for Ukraine.",
        ["Administered Account for Ukraine"],
    ),
    (
        "The pledge of [[EUR 14 million]] belongs to the Rapid Response Programme, which is managed by the Commission.",
        ["Rapid Response Programme"],
    ),
    (
        "[[USD 250 million]] as a grant to the Government of Ukraine under the Third Additional Financing for Public "
        "Expenditures for Administrative Capacity Endurance.",
        ["Public Expenditures for Administrative Capacity Endurance"],
    ),
    (
        "Loan of [[EUR 300 million]] from the EU as part of its emergency macro-financial assistance.",
        ["macro-financial assistance"],
    ),
    (
        "Norway's contribution of [[500 million NOK]] to the NATO Comprehensive Assistance Package (CAP) Trust Fund for Ukraine.",
        ["NATO Comprehensive Assistance Package"],
    ),
    ("Slovakia donates [[200,000 EUR]] to NATO's Comprehensive Assistance Package.", ["Comprehensive Assistance Package"]),
    (
        "The International Fund for Ukraine (IFU), led by the UK, has received [[£1.35 billion]] so far.",
        ["International Fund for Ukraine"],
    ),
    ("Denmark contributes [[DKK 1 billion]] to the International Fund for Ukraine.", ["International Fund for Ukraine"]),
    ("The Danish Ukraine Fund was increased by [[DKK 21.9 billion]].", ["Danish Ukraine Fund"]),
    ("[[USD 400 million]] under the Ukraine Democracy Defense Lend-Lease Act.", ["Ukraine Democracy Defense Lend-Lease Act"]),
    (
        "Japan gave [[USD 500 million]] as co-financing for the World Bank's Development Policy Operation.",
        ["Development Policy Operation"],
    ),
    ("The EIB paid [[EUR 330 million]] under the EU for Ukraine (EU4U) Initiative.", ["EU for Ukraine"]),
    (
        "Czech Republic sent goods worth [[100 million CZK]] from its Humanitarian, Stabilisation, Reconstruction and "
        "Economic Assistance Programme for Ukraine.",
        ["Humanitarian, Stabilisation, Reconstruction and Economic Assistance Programme"],
    ),
    ("Ireland gives [[€20 million]] to the Red Cross appeal and UNHCR.", [None]),
    ("Switzerland gave [[CHF 80 million]] to the UN's Ukraine Flash Appeal.", ["Ukraine Flash Appeal"]),
    (
        "Korea supplies [[USD 2.1 billion]] from the Economic Development Cooperation Fund (EDCF).",
        ["Economic Development Cooperation Fund"],
    ),
    ("The US sent [[$800 million]] of arms in its 35th drawdown of equipment from DoD inventories.", [None]),
    (
        "The commitment of [[60 million GBP]] is part of the UK's Conflict, Stability and Security Fund (CSSF).",
        ["Conflict, Stability and Security Fund"],
    ),
    ("Poland announced [[USD 100 million]] under the NATO PURL initiative.", ["PURL"]),
    (
        "Support for farmers of [[USD 20 million]] will be provided under the Agriculture Resilience Initiative – "
        "Ukraine (AGRI-Ukraine).",
        ["Agriculture Resilience Initiative"],
    ),
    (
        "The bill contains [[$13.8 billion]] for the Ukraine Security Assistance Initiative and [[$1.6 billion]] in "
        "Foreign Military Financing.",
        ["Ukraine Security Assistance Initiative", "Foreign Military Financing"],
    ),
    ("Luxembourg pays [[EUR 15 million]] into the IT Coalition, a group of nations.", [None]),
    ("Lithuania has invested [[€10 million]] in the Danish model, and [[€5 million]] in demining.", ["Danish model", None]),
    ("Kyiv got [[€4.1 billion]] in the third payment under the Ukraine Facility.", ["Ukraine Facility"]),
    ("The ministers approved [[€35 billion]], the EU's share of the ERA loans.", ["ERA loans"]),
    ("Under the agreement Iceland will pay [[$2 million]].", [None]),
    (
        "The company took [[£10m]] from the government-backed Coronavirus Large Business Interruption Loan Scheme.",
        ["Coronavirus Large Business Interruption Loan Scheme"],
    ),
    ("Farmers get [[€387 billion]] from the Common Agricultural Policy until 2027.", ["Common Agricultural Policy"]),
    ("Brazil's Bolsa Família pays families at least [[600 reais]] a month.", ["Bolsa Família"]),
    (
        "The African Growth and Opportunity Act lets Kenya export [[$510 million]] of clothes.",
        ["African Growth and Opportunity Act"],
    ),
    ("The Pentagon wants [[$25 billion]] for the Golden Dome missile shield.", ["Golden Dome"]),
    ('The plan, dubbed "Freedom Fund", would give [[$1,000]] to each newborn.', ["Freedom Fund"]),
    ("Under a programme known as Trump Accounts, children get [[$1,000]].", ["Trump Accounts"]),
    ("Rachel Reeves put [[£5.8bn]] into the National Wealth Fund.", ["National Wealth Fund"]),
    ("Norway's sovereign wealth fund lost [[$40 billion]].", [None]),
    (
        "The Federal Emergency Management Agency paid [[$750]] through its Serious Needs Assistance program.",
        ["Serious Needs Assistance"],
    ),
    ("Under the Farm Bill, [[$20 billion]] goes to growers.", ["Farm Bill"]),
    ("It is the first payout from the loss and damage fund, worth [[$250 million]].", ["loss and damage fund"]),
    ("The Senate rejected the Border Security Bill, which would have cost [[$20 billion]].", ["Border Security Bill"]),
    ("Egypt secured an [[$8 billion]] loan from the IMF.", [None]),
    ("Rolls-Royce shares rose [[4%]] after the SMR plan was approved.", [None]),
    (
        "The US Development Finance Corporation will put [[$75 million]] into the United States-Ukraine Reconstruction "
        "Investment Fund.",
        ["United States-Ukraine Reconstruction Investment Fund"],
    ),
    ("Prosecutors say he hid [[$3 million]] in the Cayman Growth Fund.", [None]),
    ("A fund manager at Vanguard Total Stock Market Index Fund lost [[3%]].", [None]),
]


@pytest.mark.parametrize(("marked", "names"), SENTENCES)
def test_scheme(links_in: Links, marked: str, names: list[str | None]) -> None:
    assert [link.name if link else None for link in links_in(marked)] == names


RULES = [
    ("A [[$7 million]] Clean Rivers Fund opened.", "scheme-modified"),
    ("Hosts got [[£350]] under the Roofs for Renters scheme.", "scheme-frame"),
    ("The [[$40 billion]] package, the Harbour Supplemental Act 2023, passed.", "scheme-apposition"),
    ("Oslo paid [[€5 million]] to the Clean Rivers Fund.", "scheme-argument"),
    ("Under the Clean Rivers Act, builders pay [[£50]].", "scheme-frame-before"),
    ("The Clean Rivers Fund is worth [[€9 million]].", "scheme-topic"),
    ("Bern backs the Clean Rivers Fund with some [[€9 million]].", "scheme-given"),
    ("The loan, [[€5 million]], is Oslo's share of the Clean Rivers Fund.", "scheme-predicate"),
    ("A loan is part of the Clean Rivers Fund, through which Oslo and Riga lend [[€9 million]].", "scheme-relative"),
    ("The Clean Rivers Fund opened. A first tranche of [[€5 million]] came in May.", "scheme-part"),
    ("Oslo gave [[€5 million]] to Moldova. The aid is part of the Clean Rivers Initiative.", "scheme-claimed"),
]


@pytest.mark.parametrize(("marked", "rule"), RULES)
def test_rule_is_told(links_in: Links, marked: str, rule: str) -> None:
    assert [link.rule if link else None for link in links_in(marked)] == [rule]
