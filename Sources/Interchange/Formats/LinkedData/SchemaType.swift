/// The types of schema.org that linkup can make something of.
enum SchemaType {
  /// People and the many kinds of organisations.
  static func isContact(_ types: [String]) -> Bool {
    types.contains("Person") || types.contains(where: isOrganization)
  }

  static func isOrganization(_ type: String) -> Bool {
    organizations.contains(type)
      || ["Organization", "Organisation", "Business", "Store"].contains { type.hasSuffix($0) }
  }

  static func isListing(_ types: [String]) -> Bool {
    types.contains("Offer") || types.contains("Demand") || types.contains("AggregateOffer")
  }

  /// What describes the page on which a contact stands, and is no record.
  static func isPage(_ types: [String]) -> Bool {
    types.contains { type in
      type.hasSuffix("Page") || type.hasSuffix("List") || type.hasSuffix("Action")
        || ["WebSite", "ImageObject", "Article", "BlogPosting", "SiteNavigationElement"].contains(type)
    }
  }

  private static let organizations: Set<String> = [
    "Organization", "NGO", "Corporation", "Project", "FundingAgency", "ResearchProject", "Cooperative",
    "Consortium", "LibrarySystem", "SportsTeam", "PerformingGroup", "MusicGroup", "TheaterGroup",
    "DanceGroup", "CollegeOrUniversity", "School", "HighSchool", "ElementarySchool", "MiddleSchool",
    "Preschool", "WorkersUnion", "Airline", "PoliticalParty", "ProfessionalService", "Attorney", "Notary",
    "AccountingService", "LegalService", "FinancialService", "Restaurant", "CafeOrCoffeeShop", "Bakery",
    "BarOrPub", "Brewery", "Winery", "Hotel", "Library", "ChildCare", "Electrician", "Plumber",
    "HousePainter", "Locksmith", "MovingCompany", "RoofingContractor", "GeneralContractor",
    "EmploymentAgency",
    "RealEstateAgent", "TravelAgency", "InternetCafe", "MedicalClinic", "Dentist", "Physician", "Pharmacy",
    "Hospital", "VeterinaryCare", "BeautySalon", "HairSalon", "SportsClub", "HealthClub", "ArtGallery",
    "AutoRepair", "BikeStore", "GovernmentOffice", "TouristInformationCenter", "RadioStation",
    "TelevisionStation", "RecyclingCenter", "SelfStorage", "ShoppingCenter",
  ]
}
