# Built and run as docs/operations.md says ("As a container").

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/BpoDirectory -c Release -o /program \
    # An empty folder, whose owner the volume takes over.
    && mkdir /data

# No shell, no package manager, and a user without rights.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /program /program
COPY --from=build --chown=$APP_UID:$APP_UID --chmod=700 /data /data
WORKDIR /program
USER $APP_UID
# No sockets for debuggers in /tmp.
ENV DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_URLS=http://+:8080 \
    Data__Directory=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "/program/BpoDirectory.dll", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/program/BpoDirectory.dll"]
