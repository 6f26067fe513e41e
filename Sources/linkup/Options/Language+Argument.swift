public import ArgumentParser
public import Reporting

extension Language: ExpressibleByArgument {}
