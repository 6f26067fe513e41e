/// What people and firms in ``RecordPairs`` are called.
extension RecordPairs {
  static let firstNames = [
    "Jean", "Marie", "Zoé", "André", "Hélène", "François", "Chloé", "Benoît", "Anaïs", "Loïc", "Robert",
    "Elizabeth",
    "William", "Margaret", "Thomas", "Alexandre", "Isabelle", "Philippe", "Catherine", "Frédéric",
    "Jean-Marc",
    "Anne-Sophie", "Karim", "Fatima", "Giulia", "Jürgen", "Søren", "Émile", "Noémie", "Raphaël", "Victor",
    "Yann",
    "Dominique", "Camille", "Olivier", "Pauline", "Quentin", "Ursula", "Xavier", "Inès",
  ]

  static let lastNames = [
    "Martin", "Durand", "Petit", "Lefèvre", "Garçon", "Müller", "O'Brien", "Nguyễn", "Le Goff", "de la Tour",
    "Smith",
    "Benali", "Dupont", "Roux", "Fournier", "Girard", "Bonnet", "Mercier", "Faure", "Rousseau", "Blanc",
    "Guérin",
    "Boyer", "Garnier", "Chevalier", "François", "Legrand", "Gauthier", "Perrin", "Robin", "Clément", "Morin",
    "Łukasz", "Sørensen", "Åberg", "García", "Costa", "Rossi", "Weiß", "Dubois",
  ]

  static let nicknames = [
    "Robert": "Bob", "Elizabeth": "Liz", "William": "Bill", "Margaret": "Peggy", "Thomas": "Tom",
    "Alexandre": "Alex", "Isabelle": "Isa", "Philippe": "Phil", "Catherine": "Cathy", "Frédéric": "Fred",
  ]

  static let firms = [
    "Airbus", "Mots", "Notaires Associés", "Mairie", "Clinique du Parc", "Berg AG", "Banque Populaire",
    "Atelier 12",
  ]

  static let jobs = [
    "Comptable", "Translator", "Notaire", "Engineer", "Infirmière", "Architect", "Conseil en énergie",
    "Editor",
  ]

  /// The mailboxes of a firm that several colleagues read.
  static let boxes = [
    "info", "contact", "reception", "rh", "hr", "compta", "jobs", "ventes", "cabinet", "agence", "webmaster",
  ]
}
