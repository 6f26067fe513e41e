public import ArgumentParser
public import Reporting

extension Opportunity.Kind: ExpressibleByArgument {}
