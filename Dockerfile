# Small, not root, no shell needed at run time.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Gateway -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown app /data
USER app
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 Database__Folder=/data
EXPOSE 8080
VOLUME /data
ENTRYPOINT ["dotnet", "ZhongFu.Gateway.dll"]
