return await Plenum.Cli.PlenumCommand.Run(args);
